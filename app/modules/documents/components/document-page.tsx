import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { WholeWords } from '~/ui/whole-words'
import type { DocumentBlock } from '../document-blocks'
import type { DocumentKind } from '../document-kinds'
import { documentPath } from '../document-paths'
import type { ComingDocument } from '../find-coming-documents.server'
import type { DocumentVersion, DocumentView } from '../get-document.server'
import { ComingDocuments } from './coming-documents'

type DocumentPageProps = { kind: DocumentKind; document: DocumentView; coming: readonly ComingDocument[] }

/** One version of a document, what it is worth today, and the others. */
export function DocumentPage({ kind, document, coming }: DocumentPageProps) {
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>
          <WholeWords text={document.title} />
        </h1>
        <p>{t(`documents.${kind}_lead`)}</p>
      </header>
      <div className="reading-beside">
        <Contents blocks={document.blocks} />
        <div className="reading">
          <ComingDocuments coming={coming.filter(({ version }) => version !== document.version)} />
          <Standing document={document} />
          {document.state === 'now' ? null : (
            <p>
              <a className="link" href={href(documentPath[kind]())}>
                {t('documents.toNow')}
              </a>
            </p>
          )}
          {document.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a published text never change their order
            <Block key={at} block={block} id={partId(at)} />
          ))}
          <section>
            <h2>{t('documents.versions')}</h2>
            <ul>
              {document.versions.map((one) => (
                <VersionLine
                  key={one.version}
                  kind={kind}
                  one={one}
                  isShown={one.version === document.version}
                />
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  )
}

const partId = (at: number): string => `part-${at + 1}`

/** What the document holds, beside it on a desk; a phone has the room for the words alone. */
function Contents({ blocks }: { blocks: readonly DocumentBlock[] }) {
  const { t } = useTranslator()
  return (
    <nav className="hidden lg:block" aria-label={t('shop.helpContents')}>
      <ul className="contents-list">
        {blocks.map((block, at) =>
          block.kind === 'heading' ? (
            <li key={partId(at)}>
              <a className="link link-line" href={`#${partId(at)}`}>
                {block.text}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}

function Standing({ document: { version, from, publishedOn, state } }: { document: DocumentVersion }) {
  const { t, locale } = useTranslator()
  const params = { version, from: formatDay(locale, from, ''), published: formatDay(locale, publishedOn, '') }
  if (state === 'now') return <p className="quiet">{t('documents.holdsNow', params)}</p>
  const key = state === 'coming' ? 'documents.holdsFrom' : 'documents.heldUntil'
  return <Banner tone="wait">{t(key, params)}</Banner>
}

function VersionLine({ kind, one, isShown }: { kind: DocumentKind; one: DocumentVersion; isShown: boolean }) {
  const { t, locale, href } = useTranslator()
  const { version, from, state } = one
  return (
    <li>
      <a
        className="link link-line"
        href={href(documentPath[kind](state === 'now' ? {} : { version: String(version) }))}
        aria-current={isShown ? 'page' : undefined}
      >
        {t('documents.versionLine', { version, from: formatDay(locale, from, '') })}
      </a>{' '}
      <span className="quiet">{t(`documents.state_${state}`)}</span>
    </li>
  )
}

function Block({ block, id }: { block: DocumentBlock; id: string }) {
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  return block.kind === 'heading' ? (
    <h2 id={id}>
      <WholeWords text={block.text} />
    </h2>
  ) : (
    <p>{block.text}</p>
  )
}
