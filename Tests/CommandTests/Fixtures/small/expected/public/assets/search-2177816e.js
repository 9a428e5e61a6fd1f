part of the search
