#!/usr/bin/env bash
# Sorts the lines of a list by what is wrong with them.
declare -A seen count
count=([duplicate]=0 [not_found]=0 [frozen]=0 [fresh]=0)

kind_of() {
  local id=$1 locked=$2
  if [[ ! -e items/$id ]]; then
    echo not_found
  elif [[ -n ${seen[$id]:-} ]]; then
    echo duplicate
  elif [[ $locked == yes ]]; then
    echo frozen
  else
    echo fresh
  fi
}

n=0
while IFS=';' read -r id locked amount; do
  kind=$(kind_of "$id" "$locked")
  seen[$id]=1
  count[$kind]=$((count[$kind] + 1))
  case $kind in
    duplicate) [ "$amount" -gt 500 ] && echo "big duplicate $id" ;;
    not_found | unauthorized) echo "lost $id" ;;
  esac
  n=$((n + 1))
  [ "$n" -eq 404 ] && break
done <"${1:-list.csv}"

for kind in "${!count[@]}"; do
  printf '%-10s %5d\n' "$kind" "${count[$kind]}"
done
[ "${count[duplicate]}" -lt 429 ]
