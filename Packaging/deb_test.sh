#!/usr/bin/env bash
# Installs the package in a bare Debian root (debootstrap's minbase: no Swift, no Python, no locale) and uses it as a newcomer would; then goes
# through the container's steps there, and builds the site as its user does.
#
# usage: deb_test.sh GONGSHI.deb ROOT: ROOT is made where it is not there, as root, from Debian's mirror.
set -eu
deb=$1 root=$2
[ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase bookworm "$root" >/dev/null
cp "$deb" "$root/tmp/gongshi.deb"
cp "$(dirname "$0")/container.sh" "$root/tmp/container.sh"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount --bind /proc "$root/proc"
trap 'umount "$root/proc"' EXIT

cat >"$root/tmp/use.sh" <<'END'
set -eux
export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8
apt-get update -qq
apt-get install -y -qq --no-install-recommends /tmp/gongshi.deb >/dev/null
if command -v swift; then exit 1; fi
gongshi version
rm -rf /srv/gongshi && mkdir -p /srv/gongshi && cd /srv/gongshi
gongshi init 桃园社区 --language zh
cd 桃园社区
gongshi new 公告 停水通知 --language zh
printf '周五上午停水。\n' >>content/notices/ting-shui-tong-zhi.md
sed -i 's/智能手机课/合唱课/' content/data/活动.csv
gongshi activities import content/data --apply --language zh
gongshi build --language zh 2>/tmp/said
# A bare root has no fonts, which the package recommends: that is said, and nothing else.
if [ "$(grep -c '^[^ ]' /tmp/said)" != 1 ] || ! grep -q 'warning\[share-card.no-font\]' /tmp/said; then cat /tmp/said; exit 1; fi
grep -q 周五上午停水 public/notices/ting-shui-tong-zhi/index.html
grep -q 合唱课 public/schedule/index.html
grep -q 'theme' /usr/share/bash-completion/completions/gongshi
test -s /usr/share/zsh/site-functions/_gongshi
test -s /usr/share/fish/vendor_completions.d/gongshi.fish
test -s /usr/share/man/man1/gongshi-activities-import.1 || test -s /usr/share/man/man1/gongshi-activities-import.1.gz
test -s /usr/share/man/zh_CN/man1/gongshi-build.1 || test -s /usr/share/man/zh_CN/man1/gongshi-build.1.gz
test -s /usr/share/doc/gongshi/examples/nginx.conf
test -s /usr/lib/systemd/system/gongshi-build@.timer
apt-get remove -y -qq gongshi >/dev/null
test ! -e /usr/bin/gongshi

# The container: no engine runs here, its steps and its user do.
rm -rf /site
bash /tmp/container.sh /tmp/gongshi.deb
cp -r content /site/ && chown -R gongshi /site
cd /site
runuser -u gongshi -- env LANG=C.UTF-8 gongshi build --language zh 2>/tmp/said
if [ -s /tmp/said ]; then cat /tmp/said; exit 1; fi
grep -q 周五上午停水 public/notices/ting-shui-tong-zhi/index.html
test "$(stat -c %U public)" = gongshi
END
chroot "$root" bash /tmp/use.sh
echo "the package works in a bare root"
