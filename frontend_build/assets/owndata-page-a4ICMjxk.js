import{Q as e,Y as t,et as n,g as r,n as i,rt as a,s as o,v as s,z as c}from"./app--XdLNIMd.js";import{a as l,f as ee,l as u,o as d}from"./data-0wsBdGin.js";import{a as f,c as te,i as p,n as ne,o as m,r as h,t as g}from"./section-BoWcjlR8.js";import{t as re}from"./checkbox-field-CsXdKQVy.js";import{c as _,d as v,i as y,l as b,m as x,o as S,p as C,s as w}from"./form-BHw-gNnb.js";import{d as T,l as E,o as D,p as O,t as k}from"./preact-DiQsbUql.js";import{n as A,t as j}from"./moments-Di2LJxts.js";import{c as M,l as N,n as P}from"./period-CbNtb9Bs.js";import{t as F}from"./options-field-hbBXgxoZ.js";var I=r(`
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
`),L=r(`
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
  `,[I]),R=r(`
    query ExportProgress {
      viewer {
        account {
          id
          ...Export
        }
      }
    }
  `,[I]),z=r(`
  mutation DataExportRequest($input: DataExportRequestInput!) {
    dataExportRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),B=r(`
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
`),V=r(`
  mutation AccessTokenDelete($input: AccessTokenDeleteInput!) {
    accessTokenDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),H=r(`
  query Terms {
    retailer {
      terms {
        title
        url
      }
    }
  }
`),U=r(`
  mutation AccountDelete($input: AccountDeleteInput!) {
    accountDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),W=`closing`;function ie({customers:e,editing:r}){let a=n(`account`).owndata.closing,o=`${W}:close`;return k(h,{name:W,title:a.title,lead:a.lead,editing:r,children:r.open===o?k(p,{name:o,editing:r,title:a.really,submit:a.close,danger:!0,onSubmit:async e=>{if(!e.has(`understood`))return[{field:`understood`,message:a.understoodMissing}];let t=await m(U,{});return!t||t.userErrors.length?w(t?.userErrors??[]):(i(),[])},children:r=>k(O,{children:[e.filter(K).map(({id:e,name:r})=>k(`div`,{class:`notice notice-warning`,children:[k(t,{name:`warning`}),k(`p`,{children:[a.onlyAdministrator(r),` `,k(`a`,{href:c(e),children:n(`shell`).usersOf(r)})]})]},e)),k(`h4`,{children:a.erasedTitle}),k(`ul`,{class:`bullets`,children:a.erased.map(e=>k(`li`,{children:e},e))}),k(`h4`,{children:a.keptTitle}),k(`ul`,{class:`bullets`,children:a.kept.map(e=>k(`li`,{children:e},e))}),k(G,{}),k(re,{...r.field(`understood`),children:a.understood})]})}):k(`div`,{class:`section-more`,children:k(g,{name:o,editing:r,class:`button button-quiet button-risky`,children:a.open})})})}function G(){let e=n(`account`).owndata.closing,{data:t}=u(H,{},{spoken:!0});return t?k(`div`,{children:[k(`p`,{children:e.keptMore}),k(`ul`,{class:`bullets`,children:t.retailer.terms.map(({title:t,url:n})=>k(`li`,{children:k(`a`,{href:n,target:`_blank`,rel:`noreferrer`,children:[t,k(`span`,{class:`hidden`,children:[` `,e.newTab]})]})},n))})]}):null}function K({mandates:e}){let t=e.filter(({role:e})=>e===`ADMINISTRATOR`);return t.length===1&&t[0]?.own===!0}var q=`export`,J=2e3,Y=6048e5;function ae({dataExport:e,editing:t}){let r=n(`account`).owndata.export,i=b(`export-`),a=le(e),o=X(a),s=a!==e&&a?.downloadUrl;return k(h,{name:q,title:r.title,lead:r.lead,editing:t,news:s?r.ready:void 0,children:[a&&(o?k(oe,{dataExport:a}):a.failed?k(`p`,{class:`problem`,children:r.failed}):k(se,{dataExport:a})),k(x,{form:i,title:r.notStarted}),!o&&k(`div`,{class:`section-more`,children:k(`button`,{type:`button`,class:a?.downloadUrl?`button button-quiet`:`button`,"aria-disabled":i.sending,onClick:()=>i.send(async()=>{let e=await m(z,{});return!e||e.userErrors.length?w(e?.userErrors??[]):(await t.reload(),t.finish(r.started,q),[])}),children:i.sending?n(`account`).details.working:a?r.askAgain:r.ask})})]})}function oe({dataExport:e}){let t=n(`account`).owndata.export,{stepsDone:r,stepsTotal:i}=e;return k(`div`,{class:`progress`,children:[k(`p`,{id:`export-progress`,children:t.underWay}),k(`progress`,{"aria-labelledby":`export-progress`,max:i||1,...i?{value:r}:{}}),k(`p`,{class:`hint`,children:[i>0&&`${t.steps(r,i)} `,t.mayLeave]})]})}function se({dataExport:e}){let t=n(`account`).owndata.export,{downloadUrl:r,finishedAt:i,size:a}=e;return!r||!i?k(`p`,{class:`muted`,children:t.gone}):k(`div`,{class:`download`,children:[k(`a`,{class:`button`,href:r,download:!0,children:t.download(ce(a??0))}),k(`p`,{class:`hint`,children:t.made(A(i),A(new Date(Date.parse(i)+Y).toISOString()))})]})}function ce(t){return new Intl.NumberFormat(a[e.value],{style:`unit`,unit:`megabyte`,maximumFractionDigits:1}).format(Math.max(t/1e6,.1))}function X(e){return e!==null&&!e.finishedAt&&!e.failed}function le(e){let[t,n]=T(null),r=t&&t.id===e?.id?t:e,i=X(r);return D(()=>{if(!i)return;let e=new AbortController,t=setInterval(()=>{document.visibilityState!==`hidden`&&s(R,{},e.signal).then(({viewer:e})=>n(e?.account.dataExport??null),()=>{})},J);return()=>{clearInterval(t),e.abort()}},[i,e?.id]),r}var Z=`tokens`,Q=[`CONSUMPTION_READ`,`CUSTOMER_READ`,`CONTRACTS_READ`,`INVOICES_READ`],ue=[7,30,90,180,365],de=90;function fe({tokens:e,editing:t}){let r=n(`account`).owndata.tokens,i=`${Z}:add`,[a,o]=T(null);return k(h,{name:Z,title:r.title,lead:r.lead,editing:t,children:[k(`p`,{children:k(`a`,{href:`/graphiql`,target:`_blank`,rel:`noopener`,children:r.graphiql})}),e.map(e=>k(pe,{token:e,editing:t},e.id)),a&&k(he,{secret:a,onDone:()=>o(null)}),t.open===i?k($,{name:i,editing:t,onMade:o}):!a&&k(`div`,{class:`section-more`,children:k(g,{name:i,editing:t,class:e.length?`button button-quiet`:`button`,children:r.add})})]})}function pe({token:e,editing:t}){let r=n(`account`).owndata.tokens,i=`${Z}:remove-${e.id}`,a=e.expiresAt&&j(Date.parse(e.expiresAt)-1),o=e.meteringPoints?e.meteringPoints.map(d).join(`, `):r.allPoints;return k(ne,{title:e.name,notes:k(O,{children:[k(`span`,{class:`row-line`,children:e.scopes.map(e=>r.scopes[e].text).join(`, `)}),k(`span`,{class:`row-line`,children:o}),k(`span`,{class:`row-line`,children:[a?r.until(a):r.endless,` · `,e.lastUsedAt?r.used(j(e.lastUsedAt)):r.neverUsed]})]}),actions:k(g,{name:i,editing:t,label:r.removeOf(e.name),children:n(`account`).details.remove}),form:t.open===i&&k(p,{name:i,editing:t,title:r.removeOf(e.name),submit:r.remove,danger:!0,onSubmit:()=>t.save(V,{id:e.id},r.removed),children:()=>k(`p`,{children:r.removeNote})})})}function $(e){let t=n(`account`).owndata.tokens,{editing:r}=e,{draft:i}=r,a=ee.value.flatMap(e=>e.meteringPoints.nodes),[o,s]=T(i?.text(`reach`)??`all`);async function c(n){let i=S(n,{name:t.nameMissing}),s=Q.filter(e=>n.getAll(`scopes`).includes(e)),c=a.map(({id:e})=>e).filter(e=>n.getAll(`meteringPoints`).includes(e));if(s.length||i.push({field:`scopes`,message:t.scopesMissing}),o===`some`&&!c.length&&i.push({field:`meteringPoints`,message:t.pointsMissing}),i.length)return i;let l=await m(B,{name:_(n,`name`).trim(),scopes:s,meteringPoints:o===`some`?c:null,expiresOn:_(n,`expiresOn`)});return l?.secret?(e.onMade(l.secret),await r.reload(),r.finish(t.made,Z),[]):w(l?.userErrors??[])}return k(p,{name:e.name,editing:r,title:t.add,submit:t.make,onSubmit:c,children:e=>k(O,{children:[k(y,{...e.field(`name`),label:t.name,hint:t.nameHint,autocomplete:`off`,initial:i?.text(`name`)}),k(F,{...e.field(`scopes`),type:`checkbox`,legend:t.whatItReads,options:Q.map(e=>({value:e,...t.scopes[e]})),chosen:i?.ticked(`scopes`)??[`CONSUMPTION_READ`]}),a.length>1&&k(F,{...e.field(`reach`),type:`radio`,legend:t.whichPoints,options:[{value:`all`,text:t.allPoints},{value:`some`,text:t.somePoints}],chosen:[o],onChoose:s}),o===`some`&&k(F,{...e.field(`meteringPoints`),type:`checkbox`,legend:t.points,options:a.map(e=>({value:e.id,text:d(e),note:l(e)})),chosen:i?.ticked(`meteringPoints`)??[]}),k(me,{form:e,initial:i?.text(`expiresOn`)})]})})}function me({form:e,initial:t}){let r=n(`account`).owndata.tokens,i={...e.field(`expiresOn`),label:r.end},a=N(new Date);return k(v,{...i,children:k(`select`,{...C(i),class:`control`,children:ue.map(e=>{let n=M(P(a,e));return k(`option`,{value:n,selected:t?t===n:e===de,children:r.endOption(j(`${n}T12:00Z`),e)},e)})})})}function he({secret:e,onDone:t}){let r=n(`account`).owndata.tokens,[i,a]=T(null),o=E(null),s=E(null);D(()=>s.current?.focus(),[]);async function c(){try{await navigator.clipboard.writeText(e),a(!0)}catch{o.current?.select(),a(!1)}}return k(`div`,{class:`secret`,children:[k(`h3`,{ref:s,tabIndex:-1,children:r.secretTitle}),k(`p`,{id:`secret-note`,children:r.secretNote}),k(`div`,{class:`secret-line`,children:[k(`input`,{ref:o,class:`control`,type:`text`,value:e,readOnly:!0,spellcheck:!1,"aria-label":r.secretLabel,"aria-describedby":`secret-note`,onFocus:e=>e.currentTarget.select()}),k(`button`,{type:`button`,class:`button`,onClick:()=>void c(),children:r.copy})]}),k(`p`,{role:`status`,class:`hint`,children:i===null?``:i?r.copied:r.notCopied}),k(`button`,{type:`button`,class:`button button-quiet`,onClick:t,children:r.secretDone})]})}function ge(){let e=u(L,{}),t=f(e.reload),r=e.data?.viewer;return e.data&&!r&&queueMicrotask(o),k(te,{title:n(`account`).details.pages.data,query:e,children:r&&k(_e,{account:r.account,customers:r.customers,editing:t})})}function _e(e){let{account:t,customers:n,editing:r}=e;return k(O,{children:[k(ae,{dataExport:t.dataExport,editing:r}),k(fe,{tokens:t.accessTokens,editing:r}),k(ie,{customers:n,editing:r})]})}export{ge as Page};