import{K as e,L as t,Y as n,Z as r,et as i,g as a,n as o,s,v as c}from"./app-B4pTfES4.js";import{t as l}from"./data-oExWN6he.js";import{a as ee,c as u,i as d,n as f,o as p,r as m,t as h}from"./section-CILcASLs.js";import{t as te}from"./checkbox-field-Cd6DsxUt.js";import{c as g,d as _,i as v,l as ne,m as y,o as b,p as re,s as x}from"./form-DUbREzMu.js";import{d as S,l as C,o as w,p as T,t as E}from"./preact-DiQsbUql.js";import{n as D,t as O}from"./moments-ByGWQBAa.js";import{r as k}from"./customer-DoCYwfaf.js";import{d as A,i as j,n as M,t as N,u as P}from"./place-name-Bykb1eCz.js";import{t as F}from"./options-field-CU5ub3_U.js";var I=a(`
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
`),W=`closing`;function G({customers:n,editing:i}){let a=r(`account`).owndata.closing,s=`${W}:close`;return E(m,{name:W,title:a.title,lead:a.lead,editing:i,children:i.open===s?E(d,{name:s,editing:i,title:a.really,submit:a.close,danger:!0,onSubmit:async e=>{if(!e.has(`understood`))return[{field:`understood`,message:a.understoodMissing}];let t=await p(U,{});return!t||t.userErrors.length?x(t?.userErrors??[]):(o(),[])},children:i=>E(T,{children:[n.filter(q).map(({id:n,name:i})=>E(`div`,{class:`notice notice-warning`,children:[E(e,{name:`warning`}),E(`p`,{children:[a.onlyAdministrator(i),` `,E(`a`,{href:t(n),children:r(`shell`).usersOf(i)})]})]},n)),E(`h4`,{children:a.erasedTitle}),E(`ul`,{class:`bullets`,children:a.erased.map(e=>E(`li`,{children:e},e))}),E(`h4`,{children:a.keptTitle}),E(`ul`,{class:`bullets`,children:a.kept.map(e=>E(`li`,{children:e},e))}),E(K,{}),E(te,{...i.field(`understood`),children:a.understood})]})}):E(`div`,{class:`section-more`,children:E(h,{name:s,editing:i,class:`button button-quiet button-risky`,children:a.open})})})}function K(){let e=r(`account`).owndata.closing,{data:t}=l(H,{},{spoken:!0});return t?E(`div`,{children:[E(`p`,{children:e.keptMore}),E(`ul`,{class:`bullets`,children:t.retailer.terms.map(({title:t,url:n})=>E(`li`,{children:E(`a`,{href:n,target:`_blank`,rel:`noreferrer`,children:[t,E(`span`,{class:`hidden`,children:[` `,e.newTab]})]})},n))})]}):null}function q({mandates:e}){let t=e.filter(({role:e})=>e===`ADMINISTRATOR`);return t.length===1&&t[0]?.own===!0}var J=`export`,Y=2e3,X=6048e5;function ie({dataExport:e,editing:t}){let n=r(`account`).owndata.export,i=ne(`export-`),a=ce(e),o=Z(a),s=a!==e&&a?.downloadUrl;return E(m,{name:J,title:n.title,lead:n.lead,editing:t,news:s?n.ready:void 0,children:[a&&(o?E(ae,{dataExport:a}):a.failed?E(`p`,{class:`problem`,children:n.failed}):E(oe,{dataExport:a})),E(y,{form:i,title:n.notStarted}),!o&&E(`div`,{class:`section-more`,children:E(`button`,{type:`button`,class:a?.downloadUrl?`button button-quiet`:`button`,"aria-disabled":i.sending,onClick:()=>i.send(async()=>{let e=await p(z,{});return!e||e.userErrors.length?x(e?.userErrors??[]):(await t.reload(),t.finish(n.started,J),[])}),children:i.sending?r(`account`).details.working:a?n.askAgain:n.ask})})]})}function ae({dataExport:e}){let t=r(`account`).owndata.export,{stepsDone:n,stepsTotal:i}=e;return E(`div`,{class:`progress`,children:[E(`p`,{id:`export-progress`,children:t.underWay}),E(`progress`,{"aria-labelledby":`export-progress`,max:i||1,...i?{value:n}:{}}),E(`p`,{class:`hint`,children:[i>0&&`${t.steps(n,i)} `,t.mayLeave]})]})}function oe({dataExport:e}){let t=r(`account`).owndata.export,{downloadUrl:n,finishedAt:i,size:a}=e;return!n||!i?E(`p`,{class:`muted`,children:t.gone}):E(`div`,{class:`download`,children:[E(`a`,{class:`button`,href:n,download:!0,children:t.download(se(a??0))}),E(`p`,{class:`hint`,children:t.made(D(i),D(new Date(Date.parse(i)+X).toISOString()))})]})}function se(e){return new Intl.NumberFormat(i[n.value],{style:`unit`,unit:`megabyte`,maximumFractionDigits:1}).format(Math.max(e/1e6,.1))}function Z(e){return e!==null&&!e.finishedAt&&!e.failed}function ce(e){let[t,n]=S(null),r=t&&t.id===e?.id?t:e,i=Z(r);return w(()=>{if(!i)return;let e=new AbortController,t=setInterval(()=>{document.visibilityState!==`hidden`&&c(R,{},e.signal).then(({viewer:e})=>n(e?.account.dataExport??null),()=>{})},Y);return()=>{clearInterval(t),e.abort()}},[i,e?.id]),r}var Q=`tokens`,$=[`CONSUMPTION_READ`,`CUSTOMER_READ`,`CONTRACTS_READ`,`INVOICES_READ`],le=[7,30,90,180,365],ue=90;function de({tokens:e,editing:t}){let n=r(`account`).owndata.tokens,i=`${Q}:add`,[a,o]=S(null);return E(m,{name:Q,title:n.title,lead:n.lead,editing:t,children:[E(`p`,{children:E(`a`,{href:`/graphiql`,target:`_blank`,rel:`noopener`,children:n.graphiql})}),e.map(e=>E(fe,{token:e,editing:t},e.id)),a&&E(he,{secret:a,onDone:()=>o(null)}),t.open===i?E(pe,{name:i,editing:t,onMade:o}):!a&&E(`div`,{class:`section-more`,children:E(h,{name:i,editing:t,class:e.length?`button button-quiet`:`button`,children:n.add})})]})}function fe({token:e,editing:t}){let n=r(`account`).owndata.tokens,i=`${Q}:remove-${e.id}`,a=e.expiresAt&&O(Date.parse(e.expiresAt)-1),o=e.meteringPoints?e.meteringPoints.map(M).join(`, `):n.allPoints;return E(f,{title:e.name,notes:E(T,{children:[E(`span`,{class:`row-line`,children:e.scopes.map(e=>n.scopes[e].text).join(`, `)}),E(`span`,{class:`row-line`,children:o}),E(`span`,{class:`row-line`,children:[a?n.until(a):n.endless,` · `,e.lastUsedAt?n.used(O(e.lastUsedAt)):n.neverUsed]})]}),actions:E(h,{name:i,editing:t,label:n.removeOf(e.name),children:r(`account`).details.remove}),form:t.open===i&&E(d,{name:i,editing:t,title:n.removeOf(e.name),submit:n.remove,danger:!0,onSubmit:()=>t.save(V,{id:e.id},n.removed),children:()=>E(`p`,{children:n.removeNote})})})}function pe(e){let t=r(`account`).owndata.tokens,{editing:n}=e,{draft:i}=n,a=k.value.flatMap(e=>e.meteringPoints.nodes),[o,s]=S(i?.text(`reach`)??`all`);async function c(r){let i=b(r,{name:t.nameMissing}),s=$.filter(e=>r.getAll(`scopes`).includes(e)),c=a.map(({id:e})=>e).filter(e=>r.getAll(`meteringPoints`).includes(e));if(s.length||i.push({field:`scopes`,message:t.scopesMissing}),o===`some`&&!c.length&&i.push({field:`meteringPoints`,message:t.pointsMissing}),i.length)return i;let l=await p(B,{name:g(r,`name`).trim(),scopes:s,meteringPoints:o===`some`?c:null,expiresOn:g(r,`expiresOn`)});return l?.secret?(e.onMade(l.secret),await n.reload(),n.finish(t.made,Q),[]):x(l?.userErrors??[])}return E(d,{name:e.name,editing:n,title:t.add,submit:t.make,onSubmit:c,children:e=>E(T,{children:[E(v,{...e.field(`name`),label:t.name,hint:t.nameHint,autocomplete:`off`,initial:i?.text(`name`)}),E(F,{...e.field(`scopes`),type:`checkbox`,legend:t.whatItReads,options:$.map(e=>({value:e,...t.scopes[e]})),chosen:i?.ticked(`scopes`)??[`CONSUMPTION_READ`]}),a.length>1&&E(F,{...e.field(`reach`),type:`radio`,legend:t.whichPoints,options:[{value:`all`,text:t.allPoints},{value:`some`,text:t.somePoints}],chosen:[o],onChoose:s}),o===`some`&&E(F,{...e.field(`meteringPoints`),type:`checkbox`,legend:t.points,options:a.map(e=>({value:e.id,text:M(e),note:N(e)})),chosen:i?.ticked(`meteringPoints`)??[]}),E(me,{form:e,initial:i?.text(`expiresOn`)})]})})}function me({form:e,initial:t}){let n=r(`account`).owndata.tokens,i={...e.field(`expiresOn`),label:n.end},a=A(new Date);return E(_,{...i,children:E(`select`,{...re(i),class:`control`,children:le.map(e=>{let r=P(j(a,e));return E(`option`,{value:r,selected:t?t===r:e===ue,children:n.endOption(O(`${r}T12:00Z`),e)},e)})})})}function he({secret:e,onDone:t}){let n=r(`account`).owndata.tokens,[i,a]=S(null),o=C(null),s=C(null);w(()=>s.current?.focus(),[]);async function c(){try{await navigator.clipboard.writeText(e),a(!0)}catch{o.current?.select(),a(!1)}}return E(`div`,{class:`secret`,children:[E(`h3`,{ref:s,tabIndex:-1,children:n.secretTitle}),E(`p`,{id:`secret-note`,children:n.secretNote}),E(`div`,{class:`secret-line`,children:[E(`input`,{ref:o,class:`control`,type:`text`,value:e,readOnly:!0,spellcheck:!1,"aria-label":n.secretLabel,"aria-describedby":`secret-note`,onFocus:e=>e.currentTarget.select()}),E(`button`,{type:`button`,class:`button`,onClick:()=>void c(),children:n.copy})]}),E(`p`,{role:`status`,class:`hint`,children:i===null?``:i?n.copied:n.notCopied}),E(`button`,{type:`button`,class:`button button-quiet`,onClick:t,children:n.secretDone})]})}function ge(){let e=l(L,{}),t=ee(e.reload),n=e.data?.viewer;return e.data&&!n&&queueMicrotask(s),E(u,{title:r(`account`).details.pages.data,query:e,children:n&&E(_e,{account:n.account,customers:n.customers,editing:t})})}function _e(e){let{account:t,customers:n,editing:r}=e;return E(T,{children:[E(ie,{dataExport:t.dataExport,editing:r}),E(de,{tokens:t.accessTokens,editing:r}),E(G,{customers:n,editing:r})]})}export{ge as Page};