#include <stddef.h>
/* The one function that is called by name; that the library is linked makes it the process's allocator. */
int mallctl(const char *name, void *oldp, size_t *oldlenp, void *newp, size_t newlen);
