set -eu
if [ -f "$TARGET/.complete" ]; then
  echo "fetched $TOTAL of $TOTAL bytes"
  exit 0
fi
part="$TARGET.part"
rm -rf "$TARGET" "$part"
mkdir -p "$part"
oras pull --no-tty --output "$part" "$REFERENCE" &
puller=$!
while kill -0 "$puller" 2>/dev/null; do
  got=$(( $(du -sk "$part" | cut -f1) * 1024 ))
  if [ "$got" -gt "$TOTAL" ]; then got=$TOTAL; fi
  echo "fetched $got of $TOTAL bytes"
  sleep 5
done
wait "$puller"
touch "$part/.complete"
mv "$part" "$TARGET"
echo "fetched $TOTAL of $TOTAL bytes"
