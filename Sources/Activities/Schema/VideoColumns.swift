extension Schema {
  /// Where what was recorded of an occurrence can be watched again.
  static let videos = """
    ALTER TABLE activity_change ADD COLUMN video_url TEXT CHECK(\(isWebAddress("video_url")));
    """
}
