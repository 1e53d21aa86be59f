/** Gives an offer to whoever answers it, and gives back the answer. */
export type ExchangeDescription = (offer: string) => Promise<string>;

/** Addresses that take longer to be found are left out: both WHIP and WHEP want them all in the offer. */
const gatheringMs = 2_000;

/** Sends a stream's pictures to whoever answers the offer. The caller closes the connection. */
export async function publishStream(
  stream: MediaStream,
  exchange: ExchangeDescription,
): Promise<RTCPeerConnection> {
  const peer = new RTCPeerConnection();
  for (const track of stream.getVideoTracks())
    peer.addTransceiver(track, { direction: 'sendonly', streams: [stream] });
  return negotiate(peer, exchange);
}

/** Receives pictures from whoever answers the offer. The caller closes the connection. */
export async function receiveStream(
  exchange: ExchangeDescription,
): Promise<{ peer: RTCPeerConnection; stream: MediaStream }> {
  const peer = new RTCPeerConnection();
  const { receiver } = peer.addTransceiver('video', { direction: 'recvonly' });
  const stream = new MediaStream([receiver.track]);
  return { peer: await negotiate(peer, exchange), stream };
}

async function negotiate(
  peer: RTCPeerConnection,
  exchange: ExchangeDescription,
): Promise<RTCPeerConnection> {
  try {
    await peer.setLocalDescription();
    await gathered(peer);
    const sdp = await exchange(peer.localDescription?.sdp ?? '');
    await peer.setRemoteDescription({ type: 'answer', sdp });
    return peer;
  } catch (error) {
    peer.close();
    throw error;
  }
}

function gathered(peer: RTCPeerConnection): Promise<void> {
  if (peer.iceGatheringState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, gatheringMs);
    peer.addEventListener('icegatheringstatechange', () => {
      if (peer.iceGatheringState !== 'complete') return;
      clearTimeout(timer);
      resolve();
    });
  });
}
