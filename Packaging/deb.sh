#!/usr/bin/env bash
# Makes a Debian package of what `make install` installs.
#
# usage: deb.sh ROOT VERSION OUTPUT.deb: ROOT is a directory with usr/, as DESTDIR had it.
set -eu
root=$1 version=$2 output=$3
architecture=$(dpkg --print-architecture)
installed=$(du -sk --apparent-size "$root/usr" | cut -f1)
# The libraries that the program itself names, by the packages that have them here.
libraries=$(ldd "$root/usr/bin/gongshi" | awk '$3 ~ /^\// {print $3}' | xargs -r realpath | sort -u |
  while read -r file; do dpkg-query -S "$file" "/usr${file#/usr}" "${file#/usr}" 2>/dev/null | head -1 | cut -d: -f1; done | sort -u | paste -sd, | sed 's/,/, /g')
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: gongshi
Version: $version
Architecture: $architecture
Maintainer: The Gongshi authors <gongshi@example.org>
Installed-Size: $installed
Depends: $libraries, tzdata
Recommends: fonts-noto-cjk, poppler-utils
Section: web
Priority: optional
Description: publishes a community's pages, schedules, feeds and screens
 Gongshi (公示) makes a portal, calendars, data feeds and public screens of
 Markdown pages and spreadsheets, as plain files for any web server.
END
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod -R u=rwX,go=rX "$root"
dpkg-deb --root-owner-group -Zxz --build "$root" "$output" >/dev/null
