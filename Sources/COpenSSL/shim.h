// What the program asks of OpenSSL's libcrypto (3.0 or later): SHA-256, SHA-1 where a standard wants it, and key pairs of the curve P-256. OpenSSL's own interface is made
// of macros and lists that end in null, which Swift can't call. A function returns 1 when it is done, 0 when it can't be; nothing stays in
// OpenSSL's list of errors.
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <string.h>

enum {
  gongshi_scalar_size = 32,  // a private key: the secret number, big-endian
  gongshi_point_size = 65,   // a public key: 4, x, y (SEC 1, 2.3.3)
};

/// 32 bytes of SHA-256 into `digest`.
static inline void gongshi_sha256(const void *bytes, size_t count, unsigned char *digest) { SHA256((const unsigned char *)bytes, count, digest); }

/// 20 bytes of SHA-1 into `digest`: for ids by name (RFC 9562), not for anything that somebody might forge.
static inline void gongshi_sha1(const void *bytes, size_t count, unsigned char *digest) { SHA1((const unsigned char *)bytes, count, digest); }

/// A key of P-256 from a point and, unless it is null, a secret number; null when the point is not of the curve.
static inline EVP_PKEY *gongshi_p256(const unsigned char *point, const unsigned char *scalar) {
  EVP_PKEY *key = NULL;
  BIGNUM *secret = scalar ? BN_bin2bn(scalar, gongshi_scalar_size, NULL) : NULL;
  OSSL_PARAM_BLD *parts = OSSL_PARAM_BLD_new();
  OSSL_PARAM *parameters = NULL;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
  if (parts && context && OSSL_PARAM_BLD_push_utf8_string(parts, OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1, 0) &&
      OSSL_PARAM_BLD_push_octet_string(parts, OSSL_PKEY_PARAM_PUB_KEY, point, gongshi_point_size) &&
      (!secret || OSSL_PARAM_BLD_push_BN(parts, OSSL_PKEY_PARAM_PRIV_KEY, secret)) &&
      (parameters = OSSL_PARAM_BLD_to_param(parts)) && EVP_PKEY_fromdata_init(context) == 1) {
    if (EVP_PKEY_fromdata(context, &key, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, parameters) != 1) key = NULL;
  }
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(parts);
  BN_clear_free(secret);
  ERR_clear_error();
  return key;
}

/// Whether a point is one of the curve.
static inline int gongshi_p256_has_point(const unsigned char *point) {
  EVP_PKEY *key = point[0] == 4 ? gongshi_p256(point, NULL) : NULL;
  EVP_PKEY_free(key);
  return key != NULL;
}

/// The point that belongs to a secret number, which must be more than 0 and less than the curve's order.
static inline int gongshi_p256_point(const unsigned char *scalar, unsigned char *point) {
  EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  BIGNUM *secret = BN_bin2bn(scalar, gongshi_scalar_size, NULL);
  EC_POINT *result = group ? EC_POINT_new(group) : NULL;
  int done = result && secret && !BN_is_zero(secret) && BN_cmp(secret, EC_GROUP_get0_order(group)) < 0 &&
             EC_POINT_mul(group, result, secret, NULL, NULL, NULL) &&
             EC_POINT_point2oct(group, result, POINT_CONVERSION_UNCOMPRESSED, point, gongshi_point_size, NULL) == gongshi_point_size;
  EC_POINT_free(result);
  BN_clear_free(secret);
  EC_GROUP_free(group);
  ERR_clear_error();
  return done;
}

/// A secret number that nobody has had before.
static inline int gongshi_p256_generate(unsigned char *scalar) {
  EVP_PKEY *key = EVP_EC_gen(SN_X9_62_prime256v1);
  BIGNUM *secret = NULL;
  int done = key && EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &secret) &&
             BN_bn2binpad(secret, scalar, gongshi_scalar_size) == gongshi_scalar_size;
  BN_clear_free(secret);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return done;
}

/// Nobody is asked for a password.
static inline int gongshi_no_password(char *buffer, int size, int writing, void *context) { return -1; }

/// The secret number of a private key in PEM (PKCS#8, or the older form of elliptic curves); 0 when it is none of P-256.
static inline int gongshi_p256_read(const void *pem, size_t count, unsigned char *scalar) {
  BIO *text = count < 1 << 20 ? BIO_new_mem_buf(pem, (int)count) : NULL;
  EVP_PKEY *key = text ? PEM_read_bio_PrivateKey(text, NULL, gongshi_no_password, NULL) : NULL;
  BIGNUM *secret = NULL;
  char group[64] = "";
  int done = key && EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_group_name(key, group, sizeof group, NULL) &&
             strcmp(group, SN_X9_62_prime256v1) == 0 && EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &secret) &&
             BN_bn2binpad(secret, scalar, gongshi_scalar_size) == gongshi_scalar_size;
  BN_clear_free(secret);
  EVP_PKEY_free(key);
  BIO_free(text);
  ERR_clear_error();
  return done;
}

/// A private key as PKCS#8 in PEM; how many bytes it has, 0 when they don't fit.
static inline size_t gongshi_p256_write(const unsigned char *scalar, char *pem, size_t size) {
  unsigned char point[gongshi_point_size];
  EVP_PKEY *key = gongshi_p256_point(scalar, point) ? gongshi_p256(point, scalar) : NULL;
  BIO *text = BIO_new(BIO_s_mem());
  size_t count = 0;
  if (key && text && PEM_write_bio_PKCS8PrivateKey(text, key, NULL, NULL, 0, NULL, NULL)) {
    char *bytes = NULL;
    long length = BIO_get_mem_data(text, &bytes);
    if (length > 0 && (size_t)length <= size) memcpy(pem, bytes, count = (size_t)length);
  }
  BIO_free(text);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return count;
}

/// Whether `signature` (r and s, 32 bytes each) was made of a SHA-256 digest with the private half of a point.
static inline int gongshi_p256_verify(const unsigned char *point, const unsigned char *signature, const unsigned char *digest) {
  EVP_PKEY *key = gongshi_p256(point, NULL);
  EVP_PKEY_CTX *context = key ? EVP_PKEY_CTX_new(key, NULL) : NULL;
  ECDSA_SIG *pair = ECDSA_SIG_new();
  BIGNUM *r = BN_bin2bn(signature, 32, NULL), *s = BN_bin2bn(signature + 32, 32, NULL);
  unsigned char *encoded = NULL;
  int length = 0, valid = 0;
  if (pair && r && s && ECDSA_SIG_set0(pair, r, s)) {
    r = s = NULL;
    length = i2d_ECDSA_SIG(pair, &encoded);
  }
  if (context && length > 0 && EVP_PKEY_verify_init(context) == 1) {
    valid = EVP_PKEY_verify(context, encoded, (size_t)length, digest, SHA256_DIGEST_LENGTH) == 1;
  }
  OPENSSL_free(encoded);
  BN_free(r);
  BN_free(s);
  ECDSA_SIG_free(pair);
  EVP_PKEY_CTX_free(context);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return valid;
}
