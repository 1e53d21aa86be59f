import { z } from 'zod';

/** How the video is to look, in words. */
const restylePromptSchema = z.string().trim().min(3).max(300);
/** A session description (RFC 8866), as WebRTC makes one: far below this length. */
const sdpSchema = z.string().startsWith('v=0').max(60_000);
const sessionSchema = z.object({ sessionId: z.uuid() });

export const restyleAboutSchema = z.object({
  isOn: z.boolean(),
  /** Who redraws, or why nobody does. */
  reason: z.string(),
  /** Seconds after which a session is ended. */
  maxSeconds: z.number().int(),
  /** Pixels of the pictures that are sent and come back. */
  width: z.number().int(),
  height: z.number().int(),
});
export type RestyleAbout = z.output<typeof restyleAboutSchema>;

export const restyleStartInputSchema = z.object({
  projectId: z.uuid(),
  prompt: restylePromptSchema,
  /** Offers the pictures of the video. */
  sdp: sdpSchema,
});
export type RestyleStartInput = z.output<typeof restyleStartInputSchema>;

export const restyleStartedSchema = sessionSchema.extend({ sdp: z.string(), endsAt: z.string() });
export type RestyleStarted = z.output<typeof restyleStartedSchema>;

/** Asks for the redrawn pictures. */
export const restyleWatchInputSchema = sessionSchema.extend({ sdp: sdpSchema });
export type RestyleWatchInput = z.output<typeof restyleWatchInputSchema>;

export const restyleAnswerSchema = z.object({ sdp: z.string() });
export type RestyleAnswer = z.output<typeof restyleAnswerSchema>;

export const restyleChangeInputSchema = sessionSchema.extend({ prompt: restylePromptSchema });
export type RestyleChangeInput = z.output<typeof restyleChangeInputSchema>;

export const restyleSessionInputSchema = sessionSchema;
