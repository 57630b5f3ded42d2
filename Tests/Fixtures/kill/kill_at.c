// Ends the process that it is loaded into by SIGKILL just before its n-th change of the file system:
//
//   cc -shared -fPIC -o kill_at.so kill_at.c -ldl
//   LD_PRELOAD=./kill_at.so ASSAY_KILL_AT=7 assay log …
//
// Counted are writing, synchronising, renaming, linking, making and removing of files and folders. When the process ends by
// itself it writes the number of changes to the file that ASSAY_KILL_COUNT names.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long changes;

static void change(void) {
  static long limit = -2;
  if (limit == -2) {
    const char *text = getenv("ASSAY_KILL_AT");
    limit = text ? atol(text) : -1;
  }
  if (atomic_fetch_add(&changes, 1) + 1 == limit) kill(getpid(), SIGKILL);
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("ASSAY_KILL_COUNT");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld", atomic_load(&changes));
  fclose(file);
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *bytes, size_t count) { REAL(write); change(); return real(file, bytes, count); }
int fsync(int file) { REAL(fsync); change(); return real(file); }
int rename(const char *from, const char *to) { REAL(rename); change(); return real(from, to); }
int link(const char *from, const char *to) { REAL(link); change(); return real(from, to); }
int unlink(const char *path) { REAL(unlink); change(); return real(path); }
int rmdir(const char *path) { REAL(rmdir); change(); return real(path); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); change(); return real(path, mode); }
int mkstemp(char *name) { REAL(mkstemp); change(); return real(name); }
char *mkdtemp(char *name) { REAL(mkdtemp); change(); return real(name); }

long syscall(long number, ...) {
  va_list list;
  va_start(list, number);
  long a = va_arg(list, long), b = va_arg(list, long), c = va_arg(list, long), d = va_arg(list, long);
  long e = va_arg(list, long), f = va_arg(list, long);
  va_end(list);
  long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  if (number == SYS_renameat2) change();
  return real(number, a, b, c, d, e, f);
}
