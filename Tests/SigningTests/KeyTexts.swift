/// Keys as OpenSSL writes them. The private ones that are read are RFC 6979's (A.2.5), which protects nothing.
enum KeyTexts {
  /// `openssl pkcs8 -topk8 -nocrypt`
  static let pkcs8 = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgya+p2EW6dRZrXCFX
    Z7HWk05Qw9s26JsSe4piKxIPZyGhRANCAARg/tS6JVqdMclh63TGNW1owEm4kjth
    +mzmaWIuYPKftnkD/hAIuLyZpBrp6VYovGTy8bIMLX6fUXejwpTURiKZ
    -----END PRIVATE KEY-----

    """
  /// `openssl ec`
  static let older = """
    -----BEGIN EC PRIVATE KEY-----
    MHcCAQEEIMmvqdhFunUWa1whV2ex1pNOUMPbNuibEnuKYisSD2choAoGCCqGSM49
    AwEHoUQDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Z5A/4QCLi8
    maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
    -----END EC PRIVATE KEY-----

    """
  /// `openssl ecparam -name prime256v1 -genkey`: the curve stands before the key.
  static let withParameters = """
    -----BEGIN EC PARAMETERS-----
    BggqhkjOPQMBBw==
    -----END EC PARAMETERS-----
    -----BEGIN EC PRIVATE KEY-----
    MHcCAQEEIMmvqdhFunUWa1whV2ex1pNOUMPbNuibEnuKYisSD2choAoGCCqGSM49
    AwEHoUQDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Z5A/4QCLi8
    maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
    -----END EC PRIVATE KEY-----

    """
  /// `openssl pkcs8 -topk8`, with a password
  static let locked = """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgTzyFSx9M9DQICA+gw
    DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKfz4+cMsUlgUmjOekyALHsEgZCJ
    0JvkoPzG1nMmXcmIzI/D+45aKUaz8QvQt9XQF2tY7TeePTU/hwK7tOCfI73js7el
    SiZIaYnkzCaiFSzfqp2c66GKIo+5x2LpbjMHGWBUUHm41fzLk9asKeTtmbP0H4m/
    pBrSB9Xt8/L0OZxW+mwjnJcDaipokd1RjtxQtC+p5d15Wvtnhl+YaNvhG8H2E2c=
    -----END ENCRYPTED PRIVATE KEY-----

    """
  /// `openssl ec -aes128`, with a password
  static let olderLocked = """
    -----BEGIN EC PRIVATE KEY-----
    Proc-Type: 4,ENCRYPTED
    DEK-Info: AES-128-CBC,424DD904A1FD4BA83493D603A4E1BF1F

    JIn8EUSVyqxwLID99jltaGS6ucL05gNRxRy+bPhxHB0qB5dOUcJZPRzETmX/BDY2
    UOT04qrcvF70ZD6/a1ci+UnDftyYTji4GuBvxLN8ERwFwnpN9ZJZx9zCUhmKU+5Z
    sB3uOtDTALd2Rs2o9S75p1uMj4Rd11rE041rKcwTc6I=
    -----END EC PRIVATE KEY-----

    """
  /// `openssl ec -pubout`
  static let publicHalf = """
    -----BEGIN PUBLIC KEY-----
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7
    Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
    -----END PUBLIC KEY-----

    """
  /// Another curve.
  static let secp384r1 = """
    -----BEGIN EC PRIVATE KEY-----
    MIGkAgEBBDAbuAkEDGDJrF6luExehtz1UFlQ8rLA0MjlIwOVn03d60wHRO9A3vfO
    GIjsjNENK52gBwYFK4EEACKhZANiAATO8XzVzZ6+vY48G8Ir1UDaqc5158cgl/id
    bvyqhMAlm85uqqwIuEpa+yggXVtQP2e+8opDhLo2QoTVkVdy4ausnIhqm2tNY6Om
    m//XR6e3zbceWD7nvsOfTiDtD28hfh4=
    -----END EC PRIVATE KEY-----

    """
  /// A curve whose keys are as long.
  static let secp256k1 = """
    -----BEGIN EC PRIVATE KEY-----
    MHQCAQEEILU+Kp4GwkhVxGmVKbALVEU4ic9Xu7QEUp6e86cHvTCwoAcGBSuBBAAK
    oUQDQgAEthnvjnjHYjJsxbfimcqSwV9HpvQl8H8iyig2zwgKM4sEfP18eQyk6agM
    CghO6Z5/Hpbjj0aw8yMJy1XxS84sTA==
    -----END EC PRIVATE KEY-----

    """
  /// Another kind of key.
  static let ed25519 = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIGGoBfexHkjmi/J5UYohqq+fbREdXcvIx/7Vhr4UDqiM
    -----END PRIVATE KEY-----

    """
}
