import { collectDefaultMetrics, Registry } from 'prom-client'

/** The process's numbers: memory, processor, event loop, garbage collection. */
export const metrics = new Registry()
collectDefaultMetrics({ register: metrics, prefix: 'qiaoshou_' })
