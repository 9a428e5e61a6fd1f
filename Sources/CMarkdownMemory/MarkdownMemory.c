#define _GNU_SOURCE
#include "MarkdownMemory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// libcmark makes a node of 150 bytes for every mark that might mean something, and frees them one by one. Where they lie side
// by side and go together, a megabyte of open brackets takes 43 ns a byte instead of 139, a page 37 instead of 58
// (Benchmarks/Markdown, --hostile).

enum {
  first_chunk = 64 * 1024,
  // The system's huge pages; a chunk of one or more is made of them.
  huge_page = 2 * 1024 * 1024,
  largest_chunk = 16 * huge_page,
};

typedef struct gongshi_memory_chunk {
  struct gongshi_memory_chunk *before;
  char *end;
} chunk;

// Before every block stands its size. libcmark keeps pointers and ints, so that blocks are aligned to pointers.
typedef struct {
  size_t size;
} header;

static _Thread_local gongshi_memory_mark region;

// Delimiters and brackets, which libcmark walks through again and again, lie in a row of their own, apart from the nodes:
// a megabyte of `*甲**乙_丙__` takes 63 ns a byte instead of 91.
enum { largest_small = 64 };

static gongshi_memory_end *row(size_t size) { return size <= largest_small ? &region.small : &region.large; }

static void out_of_memory(void) {
  fputs("gongshi: no memory left for parsing 内存不足，无法解析\n", stderr);
  abort();
}

static void add_chunk(gongshi_memory_end *row, size_t needed) {
  size_t size = row->chunk ? 2 * (size_t)(row->chunk->end - (char *)row->chunk) : first_chunk;
  if (size > largest_chunk) size = largest_chunk;
  if (size < needed + sizeof(chunk)) size = needed + sizeof(chunk);
  chunk *new;
  if (size < huge_page) {
    new = malloc(size);
    if (!new) out_of_memory();
  } else {
    size = (size + huge_page - 1) / huge_page * huge_page;
    if (posix_memalign((void **)&new, huge_page, size)) out_of_memory();
    madvise(new, size, MADV_HUGEPAGE);
  }
  new->before = row->chunk;
  new->end = (char *)new + size;
  row->chunk = new;
  row->top = (char *)(new + 1);
}

static void *allocate(size_t size) {
  if (size > SIZE_MAX / 2) out_of_memory();
  size = (size + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
  gongshi_memory_end *end = row(size);
  if (!end->chunk || (size_t)(end->chunk->end - end->top) < size + sizeof(header)) add_chunk(end, size + sizeof(header));
  header *block = (header *)end->top;
  block->size = size;
  end->top += sizeof(header) + size;
  return block + 1;
}

static void *zeroed(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) out_of_memory();
  return memset(allocate(count * size), 0, count * size);
}

// Only the last block can go by itself; most of libcmark's short-lived ones are.
static void freed(void *pointer) {
  if (!pointer) return;
  header *block = (header *)pointer - 1;
  gongshi_memory_end *end = row(block->size);
  if ((char *)pointer + block->size == end->top) end->top = (char *)block;
}

static void *resized(void *pointer, size_t size) {
  if (!pointer) return allocate(size);
  size_t old = ((header *)pointer - 1)->size;
  if (size <= old) return pointer;
  freed(pointer);
  void *new = allocate(size);
  return new == pointer ? new : memmove(new, pointer, old);
}

static cmark_mem memory = {zeroed, resized, freed};

cmark_mem *gongshi_memory(void) { return &memory; }

gongshi_memory_mark gongshi_memory_mark_now(void) { return region; }

static void drop(chunk *last, chunk *mark) {
  while (last != mark) {
    chunk *before = last->before;
    free(last);
    last = before;
  }
}

void gongshi_memory_release(gongshi_memory_mark mark) {
  drop(region.small.chunk, mark.small.chunk);
  drop(region.large.chunk, mark.large.chunk);
  region = mark;
}
