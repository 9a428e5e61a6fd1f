#ifndef GONGSHI_MARKDOWN_MEMORY_H
#define GONGSHI_MARKDOWN_MEMORY_H

#include <cmark.h>
#include <stddef.h>

/// Where a row of blocks ends.
typedef struct {
  struct gongshi_memory_chunk *chunk;
  char *top;
} gongshi_memory_end;

/// A place in a thread's region of memory.
typedef struct {
  gongshi_memory_end small;
  gongshi_memory_end large;
} gongshi_memory_mark;

/// libcmark's allocator over the calling thread's region: blocks follow one another, and go all at once.
/// Ends the program where no memory is left, as libcmark's own does.
cmark_mem *gongshi_memory(void);

/// The region's end now. What is allocated from here on goes with `gongshi_memory_release`.
gongshi_memory_mark gongshi_memory_mark_now(void);

/// Gives back all that was allocated since the mark, on the thread that set it; the marks of a thread are released
/// in reverse order.
void gongshi_memory_release(gongshi_memory_mark mark);

#endif
