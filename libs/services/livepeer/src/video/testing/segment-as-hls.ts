import {
  BufferSource,
  BufferTarget,
  CmafOutputFormat,
  Conversion,
  HlsOutputFormat,
  Input,
  MP4,
  Output,
  PathedTarget,
} from 'mediabunny';

/** An MP4 as an HLS stream of pieces of two seconds, as a hosting service would give it: files by their names. */
export async function segmentAsHls(mp4: Uint8Array): Promise<Map<string, Uint8Array>> {
  const targets = new Map<string, BufferTarget>();
  const target = new PathedTarget('index.m3u8', ({ path }) => {
    const made = new BufferTarget();
    targets.set(path, made);
    return made;
  });
  const input = new Input({ source: new BufferSource(mp4), formats: [MP4] });
  const format = new HlsOutputFormat({ segmentFormat: new CmafOutputFormat(), targetDuration: 2 });
  // Packets are copied: nothing is encoded again.
  const conversion = await Conversion.init({ input, output: new Output({ format, target }) });
  await conversion.execute();
  return new Map([...targets].map(([name, { buffer }]) => [name, new Uint8Array(buffer ?? [])]));
}
