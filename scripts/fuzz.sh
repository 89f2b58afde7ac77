#!/usr/bin/env bash
# Coverage-guided fuzzing with libFuzzer: scripts/fuzz.sh SECONDS [TARGET…]
#
# Each target begins with its kept corpus, Fuzz/Corpus/TARGET (those that read articles with data/samples too), and
# runs for so many seconds; what it finds on the way goes to .build/fuzz/corpus. An input that breaks it is written
# to .build/fuzz/TARGET-crash-…, and one that takes a minute (by the clock: on a busy machine what takes a tenth of a
# second has taken 39) to .build/fuzz/TARGET-timeout-….
set -eu
cd "$(dirname "$0")/.."
seconds=$1
shift
[ $# -gt 0 ] || set -- FuzzReading FuzzExtraction FuzzQuery FuzzDatabase FuzzJSON
# So that libFuzzer sees a crash and writes down the input, not the Swift runtime.
export KB_FUZZ=1 SWIFT_BACKTRACE=enable=no
build=.build/fuzz
for target in "$@"; do
    ${SWIFT:-swift} build -c release --scratch-path $build --sanitize fuzzer --product "$target"
done
for target in "$@"; do
    mkdir -p "$build/corpus/$target"
    kept=("Fuzz/Corpus/$target")
    case $target in FuzzReading | FuzzExtraction) kept+=(data/samples) ;; esac
    echo "$target"
    "$build/release/$target" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -print_final_stats=1 \
        -verbosity=0 -print_funcs=0 -artifact_prefix="$build/$target-" "$build/corpus/$target" "${kept[@]}"
done
