#!/bin/sh
# Starts the host with a deep stack and with a channel of its own for requests and answers.
#
#   launch.sh <node> [options of node] <host.mjs> [options of host.mjs]
#
# Lean recurses on terms: with the usual stack of 8 MB a nested term would trap instead of giving Lean's own error.
ulimit -s 1000000 2>/dev/null || ulimit -s "$(ulimit -H -s)" 2>/dev/null
stack=$(ulimit -s)
[ "$stack" = unlimited ] && stack=1000000
# Requests come on 4 and answers go out on 3; the descriptors that Lean's own output could reach lead elsewhere.
node=$1
shift
exec "$node" --stack-size=$((stack / 10 * 9)) "$@" --in-fd 4 --out-fd 3 4<&0 3>&1 0</dev/null 1>&2
