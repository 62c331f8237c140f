import { HTTPException } from 'hono/http-exception';

/** Whether a backorder itself refused, so that asking again is of no use. */
export const isRefusal = (error: unknown): error is HTTPException =>
  error instanceof HTTPException && (error.status === 409 || error.status === 422);
