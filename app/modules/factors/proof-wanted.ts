import { isRouteErrorResponse } from '@remix-run/react'
import { z } from 'zod'

const ProofWanted = z.object({
  proof: z.object({
    /** where the form goes again */
    to: z.string(),
    /** what she typed, in its order */
    fields: z.array(z.tuple([z.string(), z.string()])),
    error: z.string().nullable(),
    shown: z.union([z.object({ code: z.string() }), z.object({ seconds: z.number() })]).nullable(),
  }),
})

/** A form that waits for a fresh proof, with everything she typed into it. */
export type ProofWanted = z.infer<typeof ProofWanted>['proof']

/** What requireFreshProof threw, for the page that asks for the code; null for any other error. */
export function proofWanted(error: unknown): ProofWanted | null {
  if (!isRouteErrorResponse(error)) return null
  const result = ProofWanted.safeParse(error.data)
  return result.success ? result.data.proof : null
}
