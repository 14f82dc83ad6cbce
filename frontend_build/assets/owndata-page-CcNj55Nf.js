import{V as e,Z as t,at as n,et as r,g as i,n as a,nt as o,s,v as c}from"./app-BhYbjUjw.js";import{a as l,f as ee,l as u,o as d}from"./data-DX79vbST.js";import{a as f,c as te,i as p,n as ne,o as m,r as h,t as g}from"./section-Pyju4tSU.js";import{t as re}from"./checkbox-field-vJtOE2Uq.js";import{c as _,d as v,i as y,l as b,m as x,o as S,p as C,s as w}from"./form-9nbxsXnI.js";import{d as T,l as E,o as D,p as O,t as k}from"./preact-DiQsbUql.js";import{n as A,t as j}from"./moments-Ddk6uA1C.js";import{c as M,l as N,n as P}from"./period-D1MSMzES.js";import{t as F}from"./options-field-DvVNSh10.js";var I=i(`
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
`),L=i(`
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
        customers {
          id
          name
          mandates {
            id
            role
            own
          }
        }
      }
    }
  `,[I]),R=i(`
    query ExportProgress {
      viewer {
        account {
          id
          ...Export
        }
      }
    }
  `,[I]),z=i(`
  mutation DataExportRequest($input: DataExportRequestInput!) {
    dataExportRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),B=i(`
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
`),V=i(`
  mutation AccessTokenDelete($input: AccessTokenDeleteInput!) {
    accessTokenDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),H=i(`
  query Terms {
    retailer {
      terms {
        title
        url
      }
    }
  }
`),U=i(`
  mutation AccountDelete($input: AccountDeleteInput!) {
    accountDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),W=`closing`;function ie({customers:n,editing:r}){let i=o(`account`).owndata.closing,s=`${W}:close`;return k(h,{name:W,title:i.title,lead:i.lead,editing:r,children:r.open===s?k(p,{name:s,editing:r,title:i.really,submit:i.close,danger:!0,onSubmit:async e=>{if(!e.has(`understood`))return[{field:`understood`,message:i.understoodMissing}];let t=await m(U,{});return!t||t.userErrors.length?w(t?.userErrors??[]):(a(),[])},children:r=>k(O,{children:[n.filter(K).map(({id:n,name:r})=>k(`div`,{class:`notice notice-warning`,children:[k(t,{name:`warning`}),k(`p`,{children:[i.onlyAdministrator(r),` `,k(`a`,{href:e(n),children:o(`shell`).usersOf(r)})]})]},n)),k(`h4`,{children:i.erasedTitle}),k(`ul`,{class:`bullets`,children:i.erased.map(e=>k(`li`,{children:e},e))}),k(`h4`,{children:i.keptTitle}),k(`ul`,{class:`bullets`,children:i.kept.map(e=>k(`li`,{children:e},e))}),k(G,{}),k(re,{...r.field(`understood`),children:i.understood})]})}):k(`div`,{class:`section-more`,children:k(g,{name:s,editing:r,class:`button button-quiet button-risky`,children:i.open})})})}function G(){let e=o(`account`).owndata.closing,{data:t}=u(H,{},{spoken:!0});return t?k(`div`,{children:[k(`p`,{children:e.keptMore}),k(`ul`,{class:`bullets`,children:t.retailer.terms.map(({title:t,url:n})=>k(`li`,{children:k(`a`,{href:n,target:`_blank`,rel:`noreferrer`,children:[t,k(`span`,{class:`hidden`,children:[` `,e.newTab]})]})},n))})]}):null}function K({mandates:e}){let t=e.filter(({role:e})=>e===`ADMINISTRATOR`);return t.length===1&&t[0]?.own===!0}var q=`export`,J=2e3,Y=6048e5;function ae({dataExport:e,editing:t}){let n=o(`account`).owndata.export,r=b(`export-`),i=le(e),a=X(i),s=i!==e&&i?.downloadUrl;return k(h,{name:q,title:n.title,lead:n.lead,editing:t,news:s?n.ready:void 0,children:[i&&(a?k(oe,{dataExport:i}):i.failed?k(`p`,{class:`problem`,children:n.failed}):k(se,{dataExport:i})),k(x,{form:r,title:n.notStarted}),!a&&k(`div`,{class:`section-more`,children:k(`button`,{type:`button`,class:i?.downloadUrl?`button button-quiet`:`button`,"aria-disabled":r.sending,onClick:()=>r.send(async()=>{let e=await m(z,{});return!e||e.userErrors.length?w(e?.userErrors??[]):(await t.reload(),t.finish(n.started,q),[])}),children:r.sending?o(`account`).details.working:i?n.askAgain:n.ask})})]})}function oe({dataExport:e}){let t=o(`account`).owndata.export,{stepsDone:n,stepsTotal:r}=e;return k(`div`,{class:`progress`,children:[k(`p`,{id:`export-progress`,children:t.underWay}),k(`progress`,{"aria-labelledby":`export-progress`,max:r||1,...r?{value:n}:{}}),k(`p`,{class:`hint`,children:[r>0&&`${t.steps(n,r)} `,t.mayLeave]})]})}function se({dataExport:e}){let t=o(`account`).owndata.export,{downloadUrl:n,finishedAt:r,size:i}=e;return!n||!r?k(`p`,{class:`muted`,children:t.gone}):k(`div`,{class:`download`,children:[k(`a`,{class:`button`,href:n,download:!0,children:t.download(ce(i??0))}),k(`p`,{class:`hint`,children:t.made(A(r),A(new Date(Date.parse(r)+Y).toISOString()))})]})}function ce(e){return new Intl.NumberFormat(n[r.value],{style:`unit`,unit:`megabyte`,maximumFractionDigits:1}).format(Math.max(e/1e6,.1))}function X(e){return e!==null&&!e.finishedAt&&!e.failed}function le(e){let[t,n]=T(null),r=t&&t.id===e?.id?t:e,i=X(r);return D(()=>{if(!i)return;let e=new AbortController,t=setInterval(()=>{document.visibilityState!==`hidden`&&c(R,{},e.signal).then(({viewer:e})=>n(e?.account.dataExport??null),()=>{})},J);return()=>{clearInterval(t),e.abort()}},[i,e?.id]),r}var Z=`tokens`,Q=[`CONSUMPTION_READ`,`CUSTOMER_READ`,`CONTRACTS_READ`,`INVOICES_READ`],ue=[7,30,90,180,365],de=90;function fe({tokens:e,editing:t}){let n=o(`account`).owndata.tokens,r=`${Z}:add`,[i,a]=T(null);return k(h,{name:Z,title:n.title,lead:n.lead,editing:t,children:[k(`p`,{children:k(`a`,{href:`/graphiql`,target:`_blank`,rel:`noopener`,children:n.graphiql})}),e.map(e=>k(pe,{token:e,editing:t},e.id)),i&&k(he,{secret:i,onDone:()=>a(null)}),t.open===r?k($,{name:r,editing:t,onMade:a}):!i&&k(`div`,{class:`section-more`,children:k(g,{name:r,editing:t,class:e.length?`button button-quiet`:`button`,children:n.add})})]})}function pe({token:e,editing:t}){let n=o(`account`).owndata.tokens,r=`${Z}:remove-${e.id}`,i=e.expiresAt&&j(Date.parse(e.expiresAt)-1),a=e.meteringPoints?e.meteringPoints.map(d).join(`, `):n.allPoints;return k(ne,{title:e.name,notes:k(O,{children:[k(`span`,{class:`row-line`,children:e.scopes.map(e=>n.scopes[e].text).join(`, `)}),k(`span`,{class:`row-line`,children:a}),k(`span`,{class:`row-line`,children:[i?n.until(i):n.endless,` · `,e.lastUsedAt?n.used(j(e.lastUsedAt)):n.neverUsed]})]}),actions:k(g,{name:r,editing:t,label:n.removeOf(e.name),children:o(`account`).details.remove}),form:t.open===r&&k(p,{name:r,editing:t,title:n.removeOf(e.name),submit:n.remove,danger:!0,onSubmit:()=>t.save(V,{id:e.id},n.removed),children:()=>k(`p`,{children:n.removeNote})})})}function $(e){let t=o(`account`).owndata.tokens,{editing:n}=e,{draft:r}=n,i=ee.value.flatMap(e=>e.meteringPoints.nodes),[a,s]=T(r?.text(`reach`)??`all`);async function c(r){let o=S(r,{name:t.nameMissing}),s=Q.filter(e=>r.getAll(`scopes`).includes(e)),c=i.map(({id:e})=>e).filter(e=>r.getAll(`meteringPoints`).includes(e));if(s.length||o.push({field:`scopes`,message:t.scopesMissing}),a===`some`&&!c.length&&o.push({field:`meteringPoints`,message:t.pointsMissing}),o.length)return o;let l=await m(B,{name:_(r,`name`).trim(),scopes:s,meteringPoints:a===`some`?c:null,expiresOn:_(r,`expiresOn`)});return l?.secret?(e.onMade(l.secret),await n.reload(),n.finish(t.made,Z),[]):w(l?.userErrors??[])}return k(p,{name:e.name,editing:n,title:t.add,submit:t.make,onSubmit:c,children:e=>k(O,{children:[k(y,{...e.field(`name`),label:t.name,hint:t.nameHint,autocomplete:`off`,initial:r?.text(`name`)}),k(F,{...e.field(`scopes`),type:`checkbox`,legend:t.whatItReads,options:Q.map(e=>({value:e,...t.scopes[e]})),chosen:r?.ticked(`scopes`)??[`CONSUMPTION_READ`]}),i.length>1&&k(F,{...e.field(`reach`),type:`radio`,legend:t.whichPoints,options:[{value:`all`,text:t.allPoints},{value:`some`,text:t.somePoints}],chosen:[a],onChoose:s}),a===`some`&&k(F,{...e.field(`meteringPoints`),type:`checkbox`,legend:t.points,options:i.map(e=>({value:e.id,text:d(e),note:l(e)})),chosen:r?.ticked(`meteringPoints`)??[]}),k(me,{form:e,initial:r?.text(`expiresOn`)})]})})}function me({form:e,initial:t}){let n=o(`account`).owndata.tokens,r={...e.field(`expiresOn`),label:n.end},i=N(new Date);return k(v,{...r,children:k(`select`,{...C(r),class:`control`,children:ue.map(e=>{let r=M(P(i,e));return k(`option`,{value:r,selected:t?t===r:e===de,children:n.endOption(j(`${r}T12:00Z`),e)},e)})})})}function he({secret:e,onDone:t}){let n=o(`account`).owndata.tokens,[r,i]=T(null),a=E(null),s=E(null);D(()=>s.current?.focus(),[]);async function c(){try{await navigator.clipboard.writeText(e),i(!0)}catch{a.current?.select(),i(!1)}}return k(`div`,{class:`secret`,children:[k(`h3`,{ref:s,tabIndex:-1,children:n.secretTitle}),k(`p`,{id:`secret-note`,children:n.secretNote}),k(`div`,{class:`secret-line`,children:[k(`input`,{ref:a,class:`control`,type:`text`,value:e,readOnly:!0,spellcheck:!1,"aria-label":n.secretLabel,"aria-describedby":`secret-note`,onFocus:e=>e.currentTarget.select()}),k(`button`,{type:`button`,class:`button`,onClick:()=>void c(),children:n.copy})]}),k(`p`,{role:`status`,class:`hint`,children:r===null?``:r?n.copied:n.notCopied}),k(`button`,{type:`button`,class:`button button-quiet`,onClick:t,children:n.secretDone})]})}function ge(){let e=u(L,{}),t=f(e.reload),n=e.data?.viewer;return e.data&&!n&&queueMicrotask(s),k(te,{title:o(`account`).details.pages.data,query:e,children:n&&k(_e,{account:n.account,customers:n.customers,editing:t})})}function _e(e){let{account:t,customers:n,editing:r}=e;return k(O,{children:[k(ae,{dataExport:t.dataExport,editing:r}),k(fe,{tokens:t.accessTokens,editing:r}),k(ie,{customers:n,editing:r})]})}export{ge as Page};