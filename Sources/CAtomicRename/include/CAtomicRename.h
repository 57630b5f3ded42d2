#ifndef ASSAY_ATOMIC_RENAME_H
#define ASSAY_ATOMIC_RENAME_H

// Renaming with flags, which the systems have under different names and Swift's importer does not show.
// Both return 0, or -1 with errno set: EINVAL or ENOSYS where the file system cannot do it.

/// Renames `from` to `to` unless something is there: then errno is EEXIST.
int assay_rename_exclusively(const char *from, const char *to);

/// Makes each of two paths lead to what the other led to, in one step.
int assay_rename_exchanging(const char *one, const char *other);

#endif
