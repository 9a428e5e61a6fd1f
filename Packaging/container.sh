#!/usr/bin/env bash
# What makes a container of a plain Debian root: the package with the libraries that it names, a user who is not root, a place for a site.
#
# usage: container.sh GONGSHI.deb, as root
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# poppler draws pages of PDFs for screens, and the pictures that chats show of a page are written with the fonts.
apt-get install -y -qq --no-install-recommends "$1" poppler-utils fonts-noto-cjk >/dev/null
rm -rf /var/lib/apt/lists/* "$1"
id gongshi >/dev/null 2>&1 || useradd --uid 1000 --home-dir /site --no-create-home gongshi
install -d -o gongshi -g gongshi /site
