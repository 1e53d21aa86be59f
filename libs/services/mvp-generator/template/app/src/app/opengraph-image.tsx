import { ImageResponse } from 'next/og';
import { product } from '@/product';

export const alt = product.name;
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

// The font that comes with the renderer covers Latin; for other letters it would ask a server on the network.
const latin = (text: string) =>
  text.replace(/[^\x20-\x7e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d]/g, '').trim();

export default function OpenGraphImage() {
  return new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: 80,
        color: '#ffffff',
        background: '#101014',
        borderLeft: `28px solid ${product.colour}`,
      }}
    >
      <div style={{ display: 'flex', fontSize: 36, color: '#b9bac4' }}>
        {latin(product.category)}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', fontSize: 92, letterSpacing: -3 }}>
          {latin(product.name)}
        </div>
        <div style={{ display: 'flex', fontSize: 40, marginTop: 20, color: '#d9dae2' }}>
          {latin(product.tagline)}
        </div>
      </div>
    </div>,
    size,
  );
}
