#!/bin/sh
# Builds and runs the tests. The exit code says what went wrong.
make -j4 all
if [ $? -ne 0 ]; then
  exit 50
fi

timeout 500 make check
rc=$?
case $rc in
  0) echo "fine" ;;
  32) echo "no compiler" ;;
  34) echo "wrong directory" ;;
  63 | 64) echo "usage" ;;
  88) echo "no tests" ;;
  124) echo "took longer than 500 s" ;;
  130) echo "interrupted" ;;
  131 | 135) echo "crashed" ;;
  *) echo "left with $rc" ;;
esac

if [ $rc = 139 ]; then
  ulimit -c 500
  make check || exit 89
fi

[ "$(ls dist | wc -l)" -eq 404 ] || echo "not 404 files"
chmod 500 dist/*.sh
chmod 404 dist/README
exit $rc
