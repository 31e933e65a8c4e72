#!/bin/sh
# install-packages.sh - installs what is missing of packages.txt, and says nothing if all is there.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: ./install-packages.sh [KIND...]     kinds: build, test, cluster, lint, bench; none means all
set -eu

list=$(dirname "$0")/packages.txt
kinds=${*:-$(sed -n 's/^[^#]*[^# ] *# \([a-z]*\).*/\1/p' "$list" | sort -u)}

missing=
for kind in $kinds; do
  # shellcheck disable=SC2013 # a name is one word
  for entry in $(sed -n "s/^\([^# ]*\) *# $kind *\(\[\([a-z]*\)\]\)*\(:.*\)*\$/\1:\3/p" "$list"); do
    package=${entry%:*} program=${entry#*:}
    [ -n "$program" ] && command -v "$program" >/dev/null && continue
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' \
      || missing="$missing $package"
  done
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo

install_missing () {
  # shellcheck disable=SC2086 # a list of words, and sudo or nothing
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing
}

echo "installing:$missing"
# shellcheck disable=SC2086
if apt-cache show $missing >/dev/null 2>&1 && install_missing; then
  exit 0
fi
$as_root apt-get update -qq
install_missing
