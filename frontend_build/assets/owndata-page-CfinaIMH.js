import{H as e,W as t,_ as n,h as r,n as i,q as a,s as o}from"./app-Co5s9kob.js";import{i as s}from"./data-CB9jCBp6.js";import{a as c,c as l,i as u,n as d,o as f,r as p,s as m,t as h,u as g}from"./moments--ubw4Gu-.js";import{t as ee}from"./checkbox-field-DZC6cr2y.js";import{c as _,d as te,i as ne,l as re,m as v,o as y,p as b,s as x}from"./form-CyibYWsH.js";import{d as S,l as C,o as w,p as T,t as E}from"./preact-DiQsbUql.js";import{r as D}from"./customer-D70y8Jz_.js";import{i as O,l as k,n as A,t as j,u as M}from"./place-name-DHwOn6p5.js";import{t as N}from"./options-field-BAEoD7XY.js";var P=r(`
  fragment Export on Account {
    dataExport {
      id
      createdAt
      finishedAt
      stepsDone
      stepsTotal
      size
      failed
      downloadUrl
    }
  }
`),F=r(`
    query OwnData {
      viewer {
        account {
          id
          ...Export
          accessTokens {
            id
            name
            scopes
            createdAt
            expiresAt
            lastUsedAt
            meteringPoints {
              id
              name
              address {
                street
                postalCode
                city
              }
            }
          }
        }
      }
    }
  `,[P]),I=r(`
    query ExportProgress {
      viewer {
        account {
          id
          ...Export
        }
      }
    }
  `,[P]),L=r(`
  mutation DataExportRequest($input: DataExportRequestInput!) {
    dataExportRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),R=r(`
  mutation AccessTokenCreate($input: AccessTokenCreateInput!) {
    accessTokenCreate(input: $input) {
      secret
      userErrors {
        field
        code
        message
      }
    }
  }
`),z=r(`
  mutation AccessTokenDelete($input: AccessTokenDeleteInput!) {
    accessTokenDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),B=r(`
  mutation AccountDelete($input: AccountDeleteInput!) {
    accountDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),V=`closing`;function H({editing:e}){let n=t(`account`).owndata.closing,r=`${V}:close`;return E(c,{name:V,title:n.title,lead:n.lead,editing:e,children:e.open===r?E(f,{name:r,editing:e,title:n.really,submit:n.close,danger:!0,onSubmit:async e=>{if(!e.has(`understood`))return[{field:`understood`,message:n.understoodMissing}];let t=await l(B,{});return!t||t.userErrors.length?x(t?.userErrors??[]):(i(),[])},children:e=>E(T,{children:[E(`h4`,{children:n.erasedTitle}),E(`ul`,{class:`bullets`,children:n.erased.map(e=>E(`li`,{children:e},e))}),E(`h4`,{children:n.keptTitle}),E(`ul`,{class:`bullets`,children:n.kept.map(e=>E(`li`,{children:e},e))}),E(ee,{...e.field(`understood`),children:n.understood})]})}):E(`div`,{class:`section-more`,children:E(p,{name:r,editing:e,class:`button button-quiet button-risky`,children:n.open})})})}var U=`export`,W=2e3,G=6048e5;function K({dataExport:e,editing:n}){let r=t(`account`).owndata.export,i=re(`export-`),a=ie(e),o=X(a),s=a!==e&&a?.downloadUrl;return E(c,{name:U,title:r.title,lead:r.lead,editing:n,news:s?r.ready:void 0,children:[a&&(o?E(q,{dataExport:a}):a.failed?E(`p`,{class:`problem`,children:r.failed}):E(J,{dataExport:a})),E(v,{form:i,title:r.notStarted}),!o&&E(`div`,{class:`section-more`,children:E(`button`,{type:`button`,class:a?.downloadUrl?`button button-quiet`:`button`,"aria-disabled":i.sending,onClick:()=>i.send(async()=>{let e=await l(L,{});return!e||e.userErrors.length?x(e?.userErrors??[]):(await n.reload(),n.finish(r.started,U),[])}),children:i.sending?t(`account`).details.working:a?r.askAgain:r.ask})})]})}function q({dataExport:e}){let n=t(`account`).owndata.export,{stepsDone:r,stepsTotal:i}=e;return E(`div`,{class:`progress`,children:[E(`p`,{id:`export-progress`,children:n.underWay}),E(`progress`,{"aria-labelledby":`export-progress`,max:i||1,...i?{value:r}:{}}),E(`p`,{class:`hint`,children:[i>0&&`${n.steps(r,i)} `,n.mayLeave]})]})}function J({dataExport:e}){let n=t(`account`).owndata.export,{downloadUrl:r,finishedAt:i,size:a}=e;return!r||!i?E(`p`,{class:`muted`,children:n.gone}):E(`div`,{class:`download`,children:[E(`a`,{class:`button`,href:r,download:!0,children:n.download(Y(a??0))}),E(`p`,{class:`hint`,children:n.made(d(i),d(new Date(Date.parse(i)+G).toISOString()))})]})}function Y(t){return new Intl.NumberFormat(a[e.value],{style:`unit`,unit:`megabyte`,maximumFractionDigits:1}).format(Math.max(t/1e6,.1))}function X(e){return e!==null&&!e.finishedAt&&!e.failed}function ie(e){let[t,r]=S(null),i=t&&t.id===e?.id?t:e,a=X(i);return w(()=>{if(!a)return;let e=new AbortController,t=setInterval(()=>{document.visibilityState!==`hidden`&&n(I,{},e.signal).then(({viewer:e})=>r(e?.account.dataExport??null),()=>{})},W);return()=>{clearInterval(t),e.abort()}},[a,e?.id]),i}var Z=`tokens`,Q=[`CONSUMPTION_READ`,`CUSTOMER_READ`,`CONTRACTS_READ`,`INVOICES_READ`],ae=[7,30,90,180,365],oe=90;function se({tokens:e,editing:n}){let r=t(`account`).owndata.tokens,i=`${Z}:add`,[a,o]=S(null);return E(c,{name:Z,title:r.title,lead:r.lead,editing:n,children:[E(`p`,{children:E(`a`,{href:`/graphiql`,target:`_blank`,rel:`noopener`,children:r.graphiql})}),e.map(e=>E(ce,{token:e,editing:n},e.id)),a&&E(ue,{secret:a,onDone:()=>o(null)}),n.open===i?E(le,{name:i,editing:n,onMade:o}):!a&&E(`div`,{class:`section-more`,children:E(p,{name:i,editing:n,class:e.length?`button button-quiet`:`button`,children:r.add})})]})}function ce({token:e,editing:n}){let r=t(`account`).owndata.tokens,i=`${Z}:remove-${e.id}`,a=e.expiresAt&&h(Date.parse(e.expiresAt)-1),o=e.meteringPoints?e.meteringPoints.map(A).join(`, `):r.allPoints;return E(u,{title:e.name,notes:E(T,{children:[E(`span`,{class:`row-line`,children:e.scopes.map(e=>r.scopes[e].text).join(`, `)}),E(`span`,{class:`row-line`,children:o}),E(`span`,{class:`row-line`,children:[a?r.until(a):r.endless,` · `,e.lastUsedAt?r.used(h(e.lastUsedAt)):r.neverUsed]})]}),actions:E(p,{name:i,editing:n,label:r.removeOf(e.name),children:t(`account`).details.remove}),form:n.open===i&&E(f,{name:i,editing:n,title:r.removeOf(e.name),submit:r.remove,danger:!0,onSubmit:()=>n.save(z,{id:e.id},r.removed),children:()=>E(`p`,{children:r.removeNote})})})}function le(e){let n=t(`account`).owndata.tokens,{editing:r}=e,{draft:i}=r,a=D.value.flatMap(e=>e.meteringPoints.nodes),[o,s]=S(i?.text(`reach`)??`all`);async function c(t){let i=y(t,{name:n.nameMissing}),s=Q.filter(e=>t.getAll(`scopes`).includes(e)),c=a.map(({id:e})=>e).filter(e=>t.getAll(`meteringPoints`).includes(e));if(s.length||i.push({field:`scopes`,message:n.scopesMissing}),o===`some`&&!c.length&&i.push({field:`meteringPoints`,message:n.pointsMissing}),i.length)return i;let u=await l(R,{name:_(t,`name`).trim(),scopes:s,meteringPoints:o===`some`?c:null,expiresOn:_(t,`expiresOn`)});return u?.secret?(e.onMade(u.secret),await r.reload(),r.finish(n.made,Z),[]):x(u?.userErrors??[])}return E(f,{name:e.name,editing:r,title:n.add,submit:n.make,onSubmit:c,children:e=>E(T,{children:[E(ne,{...e.field(`name`),label:n.name,hint:n.nameHint,autocomplete:`off`,initial:i?.text(`name`)}),E(N,{...e.field(`scopes`),type:`checkbox`,legend:n.whatItReads,options:Q.map(e=>({value:e,...n.scopes[e]})),chosen:i?.ticked(`scopes`)??[`CONSUMPTION_READ`]}),a.length>1&&E(N,{...e.field(`reach`),type:`radio`,legend:n.whichPoints,options:[{value:`all`,text:n.allPoints},{value:`some`,text:n.somePoints}],chosen:[o],onChoose:s}),o===`some`&&E(N,{...e.field(`meteringPoints`),type:`checkbox`,legend:n.points,options:a.map(e=>({value:e.id,text:A(e),note:j(e)})),chosen:i?.ticked(`meteringPoints`)??[]}),E($,{form:e,initial:i?.text(`expiresOn`)})]})})}function $({form:e,initial:n}){let r=t(`account`).owndata.tokens,i={...e.field(`expiresOn`),label:r.end},a=M(new Date);return E(te,{...i,children:E(`select`,{...b(i),class:`control`,children:ae.map(e=>{let t=k(O(a,e));return E(`option`,{value:t,selected:n?n===t:e===oe,children:r.endOption(h(`${t}T12:00`),e)},e)})})})}function ue({secret:e,onDone:n}){let r=t(`account`).owndata.tokens,[i,a]=S(null),o=C(null),s=C(null);w(()=>s.current?.focus(),[]);async function c(){try{await navigator.clipboard.writeText(e),a(!0)}catch{o.current?.select(),a(!1)}}return E(`div`,{class:`secret`,children:[E(`h3`,{ref:s,tabIndex:-1,children:r.secretTitle}),E(`p`,{id:`secret-note`,children:r.secretNote}),E(`div`,{class:`secret-line`,children:[E(`input`,{ref:o,class:`control`,type:`text`,value:e,readOnly:!0,spellcheck:!1,"aria-label":r.secretLabel,"aria-describedby":`secret-note`,onFocus:e=>e.currentTarget.select()}),E(`button`,{type:`button`,class:`button`,onClick:()=>void c(),children:r.copy})]}),E(`p`,{role:`status`,class:`hint`,children:i===null?``:i?r.copied:r.notCopied}),E(`button`,{type:`button`,class:`button button-quiet`,onClick:n,children:r.secretDone})]})}function de(){let e=s(F,{}),n=m(e.reload),r=e.data?.viewer;return e.data&&!r&&queueMicrotask(o),E(g,{title:t(`account`).details.pages.data,query:e,children:r&&E(fe,{account:r.account,editing:n})})}function fe({account:e,editing:t}){return E(T,{children:[E(K,{dataExport:e.dataExport,editing:t}),E(se,{tokens:e.accessTokens,editing:t}),E(H,{editing:t})]})}export{de as Page};