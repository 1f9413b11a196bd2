import { Prisma } from '~/platform/db/prisma.server'

/** Whether a basket's line `l` lacks an answer to a question that its piece `p` needs answered by now: the maker may have begun to ask after the piece was put in. */
export const isUnanswered = Prisma.sql`EXISTS (SELECT 1 FROM "Wish" w WHERE w."productId" = p.id AND w."isRequired"
  AND NOT l.answers @> jsonb_build_array(jsonb_build_object('labelZh', w."labelZh")))`
