#!/bin/sh
# Makes docs/brief.png, the picture in the README, from the packaged example. Needs crosswire and chromium.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
crosswire demo >/dev/null
page=crosswire-demo/brief.html
frame='height=1320 style="border:0" scrolling=no'
echo "<body style='margin:0;display:flex;background:#fffefa'>
<iframe src='$page' width=900 $frame></iframe><iframe src='$page#control' width=900 $frame></iframe><iframe src='$page#figures' width=900 $frame></iframe>" >frames.html
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
  --window-size=2700,1320 --screenshot="$here/brief.png" "file://$work/frames.html" 2>/dev/null
