#include <gcrypt.h>

/// Makes the library ready; to be called once before anything else. `gcry_control` takes a variable number of arguments, which Swift
/// can't call. Without secure memory: keys are in the process's own memory anyway.
static inline int gongshi_gcrypt_prepare(void) {
  if (!gcry_check_version(NULL)) return -1;
  gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
  gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
  return 0;
}
