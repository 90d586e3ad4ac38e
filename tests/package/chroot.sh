#!/usr/bin/env bash
# Installs the Debian package in a clean Debian 12 and runs it there: program, rules, model, man page, completions.
# Usage, as root: tests/package/chroot.sh PACKAGE.deb [CHROOT.tar]; without an archive debootstrap fetches the system.
set -euo pipefail
package=$(realpath "$1")
corpus=$(realpath "$(dirname "$0")/../../corpus")
[ "$(id -u)" = 0 ] || { echo "chroot.sh: needs root" >&2; exit 2; }
folder=$(mktemp -d)
root=$folder/chroot
clean() { umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$folder"; }
trap clean EXIT
if [ -n "${2:-}" ]; then tar xf "$2" -C "$folder"; else debootstrap --variant=minbase bookworm "$root" >/dev/null; fi
cp "$package" "$root/tmp/crosscheck.deb"
cp -r "$corpus" "$root/tmp/corpus"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
mount --bind /proc "$root/proc"
inside() { chroot "$root" bash -ec "$1"; }
inside 'apt-get update -qq 2>/dev/null; DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends /tmp/crosscheck.deb >/dev/null 2>&1'
inside 'crosscheck --version
  test "$(crosscheck rules | wc -l)" -gt 60
  crosscheck check /tmp/corpus --format summary >/tmp/summary || test $? = 1
  grep -q "contradiction.order .* 1 " /tmp/summary
  test -s /usr/share/crosscheck/rules/model/english.model -a -s /usr/share/man/man1/crosscheck.1 -a -s /usr/share/zsh/vendor-completions/_crosscheck
  source /usr/share/bash-completion/completions/crosscheck && complete -p crosscheck >/dev/null
  su nobody -s /bin/bash -c "crosscheck check /tmp/corpus/ivig --format json | grep -q contradiction.count"'
echo "the package installs and runs in a clean Debian"
