#define _GNU_SOURCE
#include "CAtomicRename.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>

// The values are the kernel's own; musl and older headers do not name them.
static int rename_with(const char *from, const char *to, unsigned flags) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags);
}

int assay_rename_exclusively(const char *from, const char *to) { return rename_with(from, to, 1u << 0); }
int assay_rename_exchanging(const char *one, const char *other) { return rename_with(one, other, 1u << 1); }
#elif defined(__APPLE__)
int assay_rename_exclusively(const char *from, const char *to) { return renamex_np(from, to, RENAME_EXCL); }
int assay_rename_exchanging(const char *one, const char *other) { return renamex_np(one, other, RENAME_SWAP); }
#else
int assay_rename_exclusively(const char *from, const char *to) { errno = ENOSYS; return -1; }
int assay_rename_exchanging(const char *one, const char *other) { errno = ENOSYS; return -1; }
#endif
