import type { ReactNode } from 'react'
import { Brand } from './brand'
import { Photo, type PhotoData } from './photo'
import { SampleStrip } from './sample-strip'
import { SkipLink } from './skip-link'
import { TitleSlip } from './title-slip'

type SignInFrameProps = {
  skip: string
  sample?: string
  name: string
  home: string
  /** A full dyed cloth; it says nothing that the words do not. */
  photo: PhotoData
  /** "进门不用密码，" "手机收个码。" */
  slip: ReadonlyArray<string>
  /** The quiet line at the foot: the door for buyers from abroad, the other language. */
  foot?: ReactNode
  children: ReactNode
}

/** The door of the house: a dyed cloth with a slip over its edge, and one form. */
export function SignInFrame({ skip, sample, name, home, photo, slip, foot, children }: SignInFrameProps) {
  return (
    <>
      <SkipLink text={skip} />
      {sample ? <SampleStrip text={sample} /> : null}
      <div className="door-step">
        <div className="door-cloth">
          <Photo photo={photo} sizes="(min-width: 45em) 55vw, 100vw" alt="" eager />
          <TitleSlip lines={slip} as="p" hidden />
        </div>
        <div className="door-form">
          <header>
            <Brand name={name} href={home} />
          </header>
          <main id="main">{children}</main>
          {foot ? <footer className="door-foot">{foot}</footer> : null}
        </div>
      </div>
    </>
  )
}
