#!/usr/bin/env bash
# Makes the pictures of the shop in all sizes.
set -euo pipefail
shopt -s nullglob

WIDTHS=(400 404 500 503)
QUALITY=88

for photo in photos/*.jpg; do
  read -r width height < <(identify -format '%w %h\n' "$photo")
  if [ "$width" -lt 400 ]; then
    echo "too small: $photo"
    continue
  fi
  if [[ $width == 500 || $height == 404 ]]; then
    cp "$photo" out/
    continue
  fi
  for w in "${WIDTHS[@]}"; do
    convert "$photo" -resize "${w}x" -quality $QUALITY -density 500 "out/$(basename "$photo" .jpg)-$w.jpg"
  done
done

convert -size 500x404 xc:white -pointsize 32 -draw "text 50,64 'nothing here'" out/404.png
convert -size 500x404 xc:white -pointsize 34 -draw "text 50,88 'closed'" out/503.png
montage out/*-400.jpg -tile 4x -geometry 187x187+4+4 out/all.jpg
echo "$(ls out | wc -l) of 429 pictures"
