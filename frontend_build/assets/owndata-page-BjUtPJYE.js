import{I as e,Q as t,W as n,Y as r,g as i,n as a,q as o,s,v as c}from"./app-DOmY8vkv.js";import{t as l}from"./data-CCG1vUQ6.js";import{a as u,c as d,i as ee,n as f,o as p,r as m,s as h,t as g,u as te}from"./moments-bOS6X4Dx.js";import{t as _}from"./checkbox-field-DFkCa1r-.js";import{c as v,d as ne,i as y,l as b,m as x,o as S,p as re,s as C}from"./form-Dk_mbDxR.js";import{d as w,l as T,o as E,p as D,t as O}from"./preact-DiQsbUql.js";import{r as k}from"./customer-ulEM_4ZL.js";import{d as A,i as j,n as M,t as N,u as P}from"./place-name-BEXgYO8N.js";import{t as F}from"./options-field-DHBwuF6N.js";var I=i(`
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
`),W=`closing`;function G({customers:t,editing:i}){let o=r(`account`).owndata.closing,s=`${W}:close`;return O(u,{name:W,title:o.title,lead:o.lead,editing:i,children:i.open===s?O(p,{name:s,editing:i,title:o.really,submit:o.close,danger:!0,onSubmit:async e=>{if(!e.has(`understood`))return[{field:`understood`,message:o.understoodMissing}];let t=await d(U,{});return!t||t.userErrors.length?C(t?.userErrors??[]):(a(),[])},children:i=>O(D,{children:[t.filter(q).map(({id:t,name:i})=>O(`div`,{class:`notice notice-warning`,children:[O(n,{name:`warning`}),O(`p`,{children:[o.onlyAdministrator(i),` `,O(`a`,{href:e(t),children:r(`shell`).usersOf(i)})]})]},t)),O(`h4`,{children:o.erasedTitle}),O(`ul`,{class:`bullets`,children:o.erased.map(e=>O(`li`,{children:e},e))}),O(`h4`,{children:o.keptTitle}),O(`ul`,{class:`bullets`,children:o.kept.map(e=>O(`li`,{children:e},e))}),O(K,{}),O(_,{...i.field(`understood`),children:o.understood})]})}):O(`div`,{class:`section-more`,children:O(m,{name:s,editing:i,class:`button button-quiet button-risky`,children:o.open})})})}function K(){let e=r(`account`).owndata.closing,{data:t}=l(H,{},{spoken:!0});return t?O(`div`,{children:[O(`p`,{children:e.keptMore}),O(`ul`,{class:`bullets`,children:t.retailer.terms.map(({title:t,url:n})=>O(`li`,{children:O(`a`,{href:n,target:`_blank`,rel:`noreferrer`,children:[t,O(`span`,{class:`hidden`,children:[` `,e.newTab]})]})},n))})]}):null}function q({mandates:e}){let t=e.filter(({role:e})=>e===`ADMINISTRATOR`);return t.length===1&&t[0]?.own===!0}var J=`export`,Y=2e3,X=6048e5;function ie({dataExport:e,editing:t}){let n=r(`account`).owndata.export,i=b(`export-`),a=ce(e),o=Z(a),s=a!==e&&a?.downloadUrl;return O(u,{name:J,title:n.title,lead:n.lead,editing:t,news:s?n.ready:void 0,children:[a&&(o?O(ae,{dataExport:a}):a.failed?O(`p`,{class:`problem`,children:n.failed}):O(oe,{dataExport:a})),O(x,{form:i,title:n.notStarted}),!o&&O(`div`,{class:`section-more`,children:O(`button`,{type:`button`,class:a?.downloadUrl?`button button-quiet`:`button`,"aria-disabled":i.sending,onClick:()=>i.send(async()=>{let e=await d(z,{});return!e||e.userErrors.length?C(e?.userErrors??[]):(await t.reload(),t.finish(n.started,J),[])}),children:i.sending?r(`account`).details.working:a?n.askAgain:n.ask})})]})}function ae({dataExport:e}){let t=r(`account`).owndata.export,{stepsDone:n,stepsTotal:i}=e;return O(`div`,{class:`progress`,children:[O(`p`,{id:`export-progress`,children:t.underWay}),O(`progress`,{"aria-labelledby":`export-progress`,max:i||1,...i?{value:n}:{}}),O(`p`,{class:`hint`,children:[i>0&&`${t.steps(n,i)} `,t.mayLeave]})]})}function oe({dataExport:e}){let t=r(`account`).owndata.export,{downloadUrl:n,finishedAt:i,size:a}=e;return!n||!i?O(`p`,{class:`muted`,children:t.gone}):O(`div`,{class:`download`,children:[O(`a`,{class:`button`,href:n,download:!0,children:t.download(se(a??0))}),O(`p`,{class:`hint`,children:t.made(f(i),f(new Date(Date.parse(i)+X).toISOString()))})]})}function se(e){return new Intl.NumberFormat(t[o.value],{style:`unit`,unit:`megabyte`,maximumFractionDigits:1}).format(Math.max(e/1e6,.1))}function Z(e){return e!==null&&!e.finishedAt&&!e.failed}function ce(e){let[t,n]=w(null),r=t&&t.id===e?.id?t:e,i=Z(r);return E(()=>{if(!i)return;let e=new AbortController,t=setInterval(()=>{document.visibilityState!==`hidden`&&c(R,{},e.signal).then(({viewer:e})=>n(e?.account.dataExport??null),()=>{})},Y);return()=>{clearInterval(t),e.abort()}},[i,e?.id]),r}var Q=`tokens`,$=[`CONSUMPTION_READ`,`CUSTOMER_READ`,`CONTRACTS_READ`,`INVOICES_READ`],le=[7,30,90,180,365],ue=90;function de({tokens:e,editing:t}){let n=r(`account`).owndata.tokens,i=`${Q}:add`,[a,o]=w(null);return O(u,{name:Q,title:n.title,lead:n.lead,editing:t,children:[O(`p`,{children:O(`a`,{href:`/graphiql`,target:`_blank`,rel:`noopener`,children:n.graphiql})}),e.map(e=>O(fe,{token:e,editing:t},e.id)),a&&O(he,{secret:a,onDone:()=>o(null)}),t.open===i?O(pe,{name:i,editing:t,onMade:o}):!a&&O(`div`,{class:`section-more`,children:O(m,{name:i,editing:t,class:e.length?`button button-quiet`:`button`,children:n.add})})]})}function fe({token:e,editing:t}){let n=r(`account`).owndata.tokens,i=`${Q}:remove-${e.id}`,a=e.expiresAt&&g(Date.parse(e.expiresAt)-1),o=e.meteringPoints?e.meteringPoints.map(M).join(`, `):n.allPoints;return O(ee,{title:e.name,notes:O(D,{children:[O(`span`,{class:`row-line`,children:e.scopes.map(e=>n.scopes[e].text).join(`, `)}),O(`span`,{class:`row-line`,children:o}),O(`span`,{class:`row-line`,children:[a?n.until(a):n.endless,` · `,e.lastUsedAt?n.used(g(e.lastUsedAt)):n.neverUsed]})]}),actions:O(m,{name:i,editing:t,label:n.removeOf(e.name),children:r(`account`).details.remove}),form:t.open===i&&O(p,{name:i,editing:t,title:n.removeOf(e.name),submit:n.remove,danger:!0,onSubmit:()=>t.save(V,{id:e.id},n.removed),children:()=>O(`p`,{children:n.removeNote})})})}function pe(e){let t=r(`account`).owndata.tokens,{editing:n}=e,{draft:i}=n,a=k.value.flatMap(e=>e.meteringPoints.nodes),[o,s]=w(i?.text(`reach`)??`all`);async function c(r){let i=S(r,{name:t.nameMissing}),s=$.filter(e=>r.getAll(`scopes`).includes(e)),c=a.map(({id:e})=>e).filter(e=>r.getAll(`meteringPoints`).includes(e));if(s.length||i.push({field:`scopes`,message:t.scopesMissing}),o===`some`&&!c.length&&i.push({field:`meteringPoints`,message:t.pointsMissing}),i.length)return i;let l=await d(B,{name:v(r,`name`).trim(),scopes:s,meteringPoints:o===`some`?c:null,expiresOn:v(r,`expiresOn`)});return l?.secret?(e.onMade(l.secret),await n.reload(),n.finish(t.made,Q),[]):C(l?.userErrors??[])}return O(p,{name:e.name,editing:n,title:t.add,submit:t.make,onSubmit:c,children:e=>O(D,{children:[O(y,{...e.field(`name`),label:t.name,hint:t.nameHint,autocomplete:`off`,initial:i?.text(`name`)}),O(F,{...e.field(`scopes`),type:`checkbox`,legend:t.whatItReads,options:$.map(e=>({value:e,...t.scopes[e]})),chosen:i?.ticked(`scopes`)??[`CONSUMPTION_READ`]}),a.length>1&&O(F,{...e.field(`reach`),type:`radio`,legend:t.whichPoints,options:[{value:`all`,text:t.allPoints},{value:`some`,text:t.somePoints}],chosen:[o],onChoose:s}),o===`some`&&O(F,{...e.field(`meteringPoints`),type:`checkbox`,legend:t.points,options:a.map(e=>({value:e.id,text:M(e),note:N(e)})),chosen:i?.ticked(`meteringPoints`)??[]}),O(me,{form:e,initial:i?.text(`expiresOn`)})]})})}function me({form:e,initial:t}){let n=r(`account`).owndata.tokens,i={...e.field(`expiresOn`),label:n.end},a=A(new Date);return O(ne,{...i,children:O(`select`,{...re(i),class:`control`,children:le.map(e=>{let r=P(j(a,e));return O(`option`,{value:r,selected:t?t===r:e===ue,children:n.endOption(g(`${r}T12:00Z`),e)},e)})})})}function he({secret:e,onDone:t}){let n=r(`account`).owndata.tokens,[i,a]=w(null),o=T(null),s=T(null);E(()=>s.current?.focus(),[]);async function c(){try{await navigator.clipboard.writeText(e),a(!0)}catch{o.current?.select(),a(!1)}}return O(`div`,{class:`secret`,children:[O(`h3`,{ref:s,tabIndex:-1,children:n.secretTitle}),O(`p`,{id:`secret-note`,children:n.secretNote}),O(`div`,{class:`secret-line`,children:[O(`input`,{ref:o,class:`control`,type:`text`,value:e,readOnly:!0,spellcheck:!1,"aria-label":n.secretLabel,"aria-describedby":`secret-note`,onFocus:e=>e.currentTarget.select()}),O(`button`,{type:`button`,class:`button`,onClick:()=>void c(),children:n.copy})]}),O(`p`,{role:`status`,class:`hint`,children:i===null?``:i?n.copied:n.notCopied}),O(`button`,{type:`button`,class:`button button-quiet`,onClick:t,children:n.secretDone})]})}function ge(){let e=l(L,{}),t=h(e.reload),n=e.data?.viewer;return e.data&&!n&&queueMicrotask(s),O(te,{title:r(`account`).details.pages.data,query:e,children:n&&O(_e,{account:n.account,customers:n.customers,editing:t})})}function _e(e){let{account:t,customers:n,editing:r}=e;return O(D,{children:[O(ie,{dataExport:t.dataExport,editing:r}),O(de,{tokens:t.accessTokens,editing:r}),O(G,{customers:n,editing:r})]})}export{ge as Page};