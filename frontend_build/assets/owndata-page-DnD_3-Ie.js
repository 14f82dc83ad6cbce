import{B as e,G as t,J as n,M as r,U as i,g as a,n as o,s,v as c}from"./app-D6tMOJo9.js";import{i as l}from"./data-jtvYvQm6.js";import{a as u,c as d,i as ee,n as f,o as p,r as m,s as h,t as g,u as te}from"./moments-BbWwVd3Z.js";import{t as _}from"./checkbox-field-Cc2vApR3.js";import{c as v,d as ne,i as y,l as b,m as x,o as S,p as re,s as C}from"./form-DXgCkZqC.js";import{d as w,l as T,o as E,p as D,t as O}from"./preact-DiQsbUql.js";import{r as k}from"./customer-ZWuQ1P0j.js";import{i as A,l as j,n as M,t as N,u as P}from"./place-name-DWKzMWnJ.js";import{t as F}from"./options-field-DTl3LiTl.js";var I=a(`
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
`),L=a(`
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
  `,[I]),R=a(`
    query ExportProgress {
      viewer {
        account {
          id
          ...Export
        }
      }
    }
  `,[I]),z=a(`
  mutation DataExportRequest($input: DataExportRequestInput!) {
    dataExportRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),B=a(`
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
`),V=a(`
  mutation AccessTokenDelete($input: AccessTokenDeleteInput!) {
    accessTokenDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),H=a(`
  query Terms {
    retailer {
      terms {
        title
        url
      }
    }
  }
`),U=a(`
  mutation AccountDelete($input: AccountDeleteInput!) {
    accountDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),W=`closing`;function G({customers:n,editing:i}){let a=t(`account`).owndata.closing,s=`${W}:close`;return O(u,{name:W,title:a.title,lead:a.lead,editing:i,children:i.open===s?O(p,{name:s,editing:i,title:a.really,submit:a.close,danger:!0,onSubmit:async e=>{if(!e.has(`understood`))return[{field:`understood`,message:a.understoodMissing}];let t=await d(U,{});return!t||t.userErrors.length?C(t?.userErrors??[]):(o(),[])},children:i=>O(D,{children:[n.filter(q).map(({id:n,name:i})=>O(`div`,{class:`notice notice-warning`,children:[O(e,{name:`warning`}),O(`p`,{children:[a.onlyAdministrator(i),` `,O(`a`,{href:r(n),children:t(`shell`).usersOf(i)})]})]},n)),O(`h4`,{children:a.erasedTitle}),O(`ul`,{class:`bullets`,children:a.erased.map(e=>O(`li`,{children:e},e))}),O(`h4`,{children:a.keptTitle}),O(`ul`,{class:`bullets`,children:a.kept.map(e=>O(`li`,{children:e},e))}),O(K,{}),O(_,{...i.field(`understood`),children:a.understood})]})}):O(`div`,{class:`section-more`,children:O(m,{name:s,editing:i,class:`button button-quiet button-risky`,children:a.open})})})}function K(){let e=t(`account`).owndata.closing,{data:n}=l(H,{},{spoken:!0});return n?O(`div`,{children:[O(`p`,{children:e.keptMore}),O(`ul`,{class:`bullets`,children:n.retailer.terms.map(({title:t,url:n})=>O(`li`,{children:O(`a`,{href:n,target:`_blank`,rel:`noreferrer`,children:[t,O(`span`,{class:`hidden`,children:[` `,e.newTab]})]})},n))})]}):null}function q({mandates:e}){let t=e.filter(({role:e})=>e===`ADMINISTRATOR`);return t.length===1&&t[0]?.own===!0}var J=`export`,Y=2e3,X=6048e5;function ie({dataExport:e,editing:n}){let r=t(`account`).owndata.export,i=b(`export-`),a=ce(e),o=Z(a),s=a!==e&&a?.downloadUrl;return O(u,{name:J,title:r.title,lead:r.lead,editing:n,news:s?r.ready:void 0,children:[a&&(o?O(ae,{dataExport:a}):a.failed?O(`p`,{class:`problem`,children:r.failed}):O(oe,{dataExport:a})),O(x,{form:i,title:r.notStarted}),!o&&O(`div`,{class:`section-more`,children:O(`button`,{type:`button`,class:a?.downloadUrl?`button button-quiet`:`button`,"aria-disabled":i.sending,onClick:()=>i.send(async()=>{let e=await d(z,{});return!e||e.userErrors.length?C(e?.userErrors??[]):(await n.reload(),n.finish(r.started,J),[])}),children:i.sending?t(`account`).details.working:a?r.askAgain:r.ask})})]})}function ae({dataExport:e}){let n=t(`account`).owndata.export,{stepsDone:r,stepsTotal:i}=e;return O(`div`,{class:`progress`,children:[O(`p`,{id:`export-progress`,children:n.underWay}),O(`progress`,{"aria-labelledby":`export-progress`,max:i||1,...i?{value:r}:{}}),O(`p`,{class:`hint`,children:[i>0&&`${n.steps(r,i)} `,n.mayLeave]})]})}function oe({dataExport:e}){let n=t(`account`).owndata.export,{downloadUrl:r,finishedAt:i,size:a}=e;return!r||!i?O(`p`,{class:`muted`,children:n.gone}):O(`div`,{class:`download`,children:[O(`a`,{class:`button`,href:r,download:!0,children:n.download(se(a??0))}),O(`p`,{class:`hint`,children:n.made(f(i),f(new Date(Date.parse(i)+X).toISOString()))})]})}function se(e){return new Intl.NumberFormat(n[i.value],{style:`unit`,unit:`megabyte`,maximumFractionDigits:1}).format(Math.max(e/1e6,.1))}function Z(e){return e!==null&&!e.finishedAt&&!e.failed}function ce(e){let[t,n]=w(null),r=t&&t.id===e?.id?t:e,i=Z(r);return E(()=>{if(!i)return;let e=new AbortController,t=setInterval(()=>{document.visibilityState!==`hidden`&&c(R,{},e.signal).then(({viewer:e})=>n(e?.account.dataExport??null),()=>{})},Y);return()=>{clearInterval(t),e.abort()}},[i,e?.id]),r}var Q=`tokens`,$=[`CONSUMPTION_READ`,`CUSTOMER_READ`,`CONTRACTS_READ`,`INVOICES_READ`],le=[7,30,90,180,365],ue=90;function de({tokens:e,editing:n}){let r=t(`account`).owndata.tokens,i=`${Q}:add`,[a,o]=w(null);return O(u,{name:Q,title:r.title,lead:r.lead,editing:n,children:[O(`p`,{children:O(`a`,{href:`/graphiql`,target:`_blank`,rel:`noopener`,children:r.graphiql})}),e.map(e=>O(fe,{token:e,editing:n},e.id)),a&&O(he,{secret:a,onDone:()=>o(null)}),n.open===i?O(pe,{name:i,editing:n,onMade:o}):!a&&O(`div`,{class:`section-more`,children:O(m,{name:i,editing:n,class:e.length?`button button-quiet`:`button`,children:r.add})})]})}function fe({token:e,editing:n}){let r=t(`account`).owndata.tokens,i=`${Q}:remove-${e.id}`,a=e.expiresAt&&g(Date.parse(e.expiresAt)-1),o=e.meteringPoints?e.meteringPoints.map(M).join(`, `):r.allPoints;return O(ee,{title:e.name,notes:O(D,{children:[O(`span`,{class:`row-line`,children:e.scopes.map(e=>r.scopes[e].text).join(`, `)}),O(`span`,{class:`row-line`,children:o}),O(`span`,{class:`row-line`,children:[a?r.until(a):r.endless,` · `,e.lastUsedAt?r.used(g(e.lastUsedAt)):r.neverUsed]})]}),actions:O(m,{name:i,editing:n,label:r.removeOf(e.name),children:t(`account`).details.remove}),form:n.open===i&&O(p,{name:i,editing:n,title:r.removeOf(e.name),submit:r.remove,danger:!0,onSubmit:()=>n.save(V,{id:e.id},r.removed),children:()=>O(`p`,{children:r.removeNote})})})}function pe(e){let n=t(`account`).owndata.tokens,{editing:r}=e,{draft:i}=r,a=k.value.flatMap(e=>e.meteringPoints.nodes),[o,s]=w(i?.text(`reach`)??`all`);async function c(t){let i=S(t,{name:n.nameMissing}),s=$.filter(e=>t.getAll(`scopes`).includes(e)),c=a.map(({id:e})=>e).filter(e=>t.getAll(`meteringPoints`).includes(e));if(s.length||i.push({field:`scopes`,message:n.scopesMissing}),o===`some`&&!c.length&&i.push({field:`meteringPoints`,message:n.pointsMissing}),i.length)return i;let l=await d(B,{name:v(t,`name`).trim(),scopes:s,meteringPoints:o===`some`?c:null,expiresOn:v(t,`expiresOn`)});return l?.secret?(e.onMade(l.secret),await r.reload(),r.finish(n.made,Q),[]):C(l?.userErrors??[])}return O(p,{name:e.name,editing:r,title:n.add,submit:n.make,onSubmit:c,children:e=>O(D,{children:[O(y,{...e.field(`name`),label:n.name,hint:n.nameHint,autocomplete:`off`,initial:i?.text(`name`)}),O(F,{...e.field(`scopes`),type:`checkbox`,legend:n.whatItReads,options:$.map(e=>({value:e,...n.scopes[e]})),chosen:i?.ticked(`scopes`)??[`CONSUMPTION_READ`]}),a.length>1&&O(F,{...e.field(`reach`),type:`radio`,legend:n.whichPoints,options:[{value:`all`,text:n.allPoints},{value:`some`,text:n.somePoints}],chosen:[o],onChoose:s}),o===`some`&&O(F,{...e.field(`meteringPoints`),type:`checkbox`,legend:n.points,options:a.map(e=>({value:e.id,text:M(e),note:N(e)})),chosen:i?.ticked(`meteringPoints`)??[]}),O(me,{form:e,initial:i?.text(`expiresOn`)})]})})}function me({form:e,initial:n}){let r=t(`account`).owndata.tokens,i={...e.field(`expiresOn`),label:r.end},a=P(new Date);return O(ne,{...i,children:O(`select`,{...re(i),class:`control`,children:le.map(e=>{let t=j(A(a,e));return O(`option`,{value:t,selected:n?n===t:e===ue,children:r.endOption(g(`${t}T12:00Z`),e)},e)})})})}function he({secret:e,onDone:n}){let r=t(`account`).owndata.tokens,[i,a]=w(null),o=T(null),s=T(null);E(()=>s.current?.focus(),[]);async function c(){try{await navigator.clipboard.writeText(e),a(!0)}catch{o.current?.select(),a(!1)}}return O(`div`,{class:`secret`,children:[O(`h3`,{ref:s,tabIndex:-1,children:r.secretTitle}),O(`p`,{id:`secret-note`,children:r.secretNote}),O(`div`,{class:`secret-line`,children:[O(`input`,{ref:o,class:`control`,type:`text`,value:e,readOnly:!0,spellcheck:!1,"aria-label":r.secretLabel,"aria-describedby":`secret-note`,onFocus:e=>e.currentTarget.select()}),O(`button`,{type:`button`,class:`button`,onClick:()=>void c(),children:r.copy})]}),O(`p`,{role:`status`,class:`hint`,children:i===null?``:i?r.copied:r.notCopied}),O(`button`,{type:`button`,class:`button button-quiet`,onClick:n,children:r.secretDone})]})}function ge(){let e=l(L,{}),n=h(e.reload),r=e.data?.viewer;return e.data&&!r&&queueMicrotask(s),O(te,{title:t(`account`).details.pages.data,query:e,children:r&&O(_e,{account:r.account,customers:r.customers,editing:n})})}function _e(e){let{account:t,customers:n,editing:r}=e;return O(D,{children:[O(ie,{dataExport:t.dataExport,editing:r}),O(de,{tokens:t.accessTokens,editing:r}),O(G,{customers:n,editing:r})]})}export{ge as Page};