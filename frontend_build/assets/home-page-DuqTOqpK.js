import{d as e,f as t,o as n,p as r,t as i}from"./preact-DiQsbUql.js";import{A as a,G as o,H as s,K as c,P as l,U as u,V as d,Y as f,Z as p,et as m,g as h,o as g,ot as _,q as v,s as y,st as b}from"./app--XdLNIMd.js";import{a as x,c as S,d as C,l as w,o as T,s as E}from"./data-0wsBdGin.js";import{c as D,l as O,n as k,p as A}from"./period-CbNtb9Bs.js";import{t as j}from"./refresh-4xFPAwkC.js";import{t as M}from"./chart-CSknWxXH.js";import{a as N}from"./form-BHw-gNnb.js";var P=h(`
  query Home($yesterday: Date!, $today: Date!, $thisMonth: Date!, $nextMonth: Date!, $lastMonth: Date!) {
    viewer {
      mandateRequests {
        id
        companyName
      }
      customers {
        id
        kind
        name
        meteringPoints(first: 100) {
          nodes {
            id
            yesterday: consumption(from: $yesterday, to: $today, resolution: DAY) {
              energyKwh
              quality
              completeUntil
            }
            thisMonth: consumption(from: $thisMonth, to: $nextMonth, resolution: DAY) {
              energyKwh
              quality
              columns {
                starts
                energyKwh
                qualities
              }
            }
            lastMonth: consumption(from: $lastMonth, to: $thisMonth, resolution: DAY) {
              energyKwh
              quality
              columns {
                starts
                energyKwh
                qualities
              }
            }
          }
        }
      }
    }
  }
`),F=h(`
  query PasskeyOffer {
    viewer {
      account {
        id
        passkeys {
          id
        }
        sessions {
          id
          current
          identifiedAt
        }
      }
    }
  }
`),I={"on-jo-tili":`hadAccount`,tervetuloa:`registered`,salasana:`newPassword`};function L(){let[t,r]=e(null),a=o.value.query.get(`ilmoitus`);return n(()=>{a!==null&&(r(I[a]??null),u(`/`,{replace:!0}))},[a]),i(`div`,{role:`status`,children:t&&i(`p`,{class:`notice notice-good`,children:m(`home`).arrivals[t]})})}var R=[`ESTIMATED`,`ESTIMATED_ACCEPTED`,`TEMPORARY`,`UNCERTAIN`];function z(e){return R.includes(e)}function B(e){return e.columns.energyKwh.map((t,n)=>{let r=e.columns.qualities[n];return t===null?{value:t,mark:r===`MISSING`?`missing`:`none`}:{value:t,mark:z(r)?`estimate`:`solid`}})}function V(e,t){let n=t?S(t).instant:-1/0;return e.columns.starts.flatMap((t,r)=>{let i=e.columns.qualities[r],a=S(t),o=e.columns.starts[r+1];return(o?S(o).instant<=n:a.instant<n)&&(i===`MISSING`||i===`PARTIALLY_MISSING`)?[a]:[]})}function H(e){if(!e)return null;let t=S(e);if(t.hour||t.minute)return{day:t,time:t};let n=new Date(Date.UTC(t.year,t.month-1,t.day-1));return{day:{year:n.getUTCFullYear(),month:n.getUTCMonth()+1,day:n.getUTCDate()},time:null}}function U({point:e,figures:t}){let n=m(`home`),a=E.value,{yesterday:o,thisMonth:s,lastMonth:c}=t,u=T(e),d=l(e.id),f=S(s.columns.starts[0]??``),p=S(c.columns.starts[0]??``),h=H(o.completeUntil);return i(`article`,{class:`card point`,children:[i(`h3`,{class:`point-name`,children:[u,i(`span`,{class:`point-address`,children:x(e)})]}),h===null?i(`p`,{class:`muted`,children:n.neverDelivered}):i(r,{children:[i(`div`,{class:`point-main`,children:[i(`p`,{class:`big`,children:s.energyKwh===null?`–`:a.energy(s.energyKwh)}),i(M,{days:B(s)}),i(`p`,{class:`muted`,children:[n.inMonth(a.monthName(f.month)),`, `,W(h)]})]}),i(`dl`,{class:`point-more`,children:[i(K,{label:n.yesterday,figures:o,pending:n.notYet}),i(K,{label:n.month(a.monthName(p.month)),figures:c,pending:n.notYet})]}),i(q,{href:d,days:V(s,o.completeUntil)}),i(q,{href:d,days:V(c,o.completeUntil)})]}),i(`p`,{class:`point-open`,children:i(`a`,{class:`button`,href:d,"aria-label":n.openOf(u),children:n.open})})]})}function W(e){let t=m(`home`),n=E.value,r=n.dayAndMonth(e.day);return e.time?t.untilTime(r,n.time(e.time)):t.until(r)}function G(e){let t=m(`home`),{energyKwh:n,quality:r}=e;if(n===null)return{text:r===`PENDING`?t.notYet:t.unknown,note:null};let i=r===`PARTIALLY_MISSING`?t.partly:z(r)?t.estimate:null;return{text:E.value.energy(n),note:i}}function K(e){let{text:t,note:n}=G(e.figures);return i(`div`,{children:[i(`dt`,{children:e.label}),i(`dd`,{children:[t,n&&i(`small`,{children:n})]})]})}function q({href:e,days:t}){let n=t[0];if(!n)return null;let r={level:`month`,year:n.year,month:n.month,day:1,quarters:!1};return i(`p`,{class:`point-gaps`,children:[i(f,{name:`warning`}),i(`a`,{href:e+A(r),children:m(`home`).gaps(t.length,E.value.monthName(n.month))})]})}function J(){let[t,n]=e(()=>_(`omavirta.passkey-offer`)!==null);return t||!N()?null:i(Y,{onDecline:()=>{b(`omavirta.passkey-offer`,`declined`),n(!0)}})}function Y({onDecline:e}){let t=m(`home`).passkeyOffer,n=w(F,{}).data?.viewer?.account;return!n?.sessions.some(e=>e.current&&e.identifiedAt)||n?.passkeys.length?null:i(`aside`,{class:`offer card`,"aria-labelledby":`passkey-offer`,children:[i(`div`,{children:[i(`h2`,{id:`passkey-offer`,children:t.title}),i(`p`,{class:`muted`,children:t.text})]}),i(`div`,{class:`row-actions`,children:[i(`a`,{class:`button button-quiet`,href:a,children:t.add}),i(`button`,{type:`button`,class:`button button-quiet`,onClick:e,children:t.decline})]})]})}function X(e){let t=m(`home`),n=E.value,r=e.points[0]?.figures,a=e=>n.monthName(S(e?.[0]??``).month),o=a(r?.thisMonth.columns.starts),s=a(r?.lastMonth.columns.starts);return i(`div`,{class:`card points`,children:i(`table`,{children:[i(`caption`,{class:`hidden`,children:e.label}),i(`thead`,{children:i(`tr`,{children:[i(`th`,{scope:`col`,children:t.point}),i(`th`,{scope:`col`,class:`points-spark`,children:i(`span`,{class:`hidden`,children:t.daysOf(o)})}),i(`th`,{scope:`col`,class:`number`,children:t.yesterday}),i(`th`,{scope:`col`,class:`number`,children:t.monthSoFar(o)}),i(`th`,{scope:`col`,class:`number`,children:t.month(s)})]})}),i(`tbody`,{children:e.points.map(({point:e,figures:n})=>i(Z,{point:e,figures:n,labels:[t.yesterday,t.monthSoFar(o),t.month(s)]},e.id))})]})})}function Z(e){let t=m(`home`),{point:n,figures:a,labels:o}=e,s=H(a.yesterday.completeUntil),c=[a.thisMonth,a.lastMonth].flatMap(e=>{let n=V(e,a.yesterday.completeUntil),r=n[0];return r?[t.gaps(n.length,E.value.monthName(r.month))]:[]});return i(`tr`,{children:[i(`th`,{scope:`row`,children:[i(`a`,{href:l(n.id),children:T(n)}),i(`span`,{class:`point-address`,children:x(n)}),c.map(e=>i(`span`,{class:`points-gaps`,children:[i(f,{name:`warning`}),e]},e))]}),s===null?i(`td`,{class:`muted points-none`,colSpan:4,children:t.neverDelivered}):i(r,{children:[i(`td`,{class:`points-spark`,title:W(s),children:i(M,{days:B(a.thisMonth)})}),[a.yesterday,a.thisMonth,a.lastMonth].map((e,t)=>i(`td`,{class:t===1?`number points-now`:`number`,"data-label":o[t],children:G(e).text},t))]})]})}var Q=5;function $(){let e=m(`home`),a=g.value,o=a.status===`in`?a.viewer:null;s(e.title);let c=d(),l=O(new Date),u=t(()=>{let e={...l,day:1};return{yesterday:D(k(l,-1)),today:D(l),thisMonth:D(e),nextMonth:D({...k(e,31),day:1}),lastMonth:D({...k(e,-1),day:1})}},[D(l)]),f=w(P,u);f.data&&!f.data.viewer&&queueMicrotask(y);let p=f.data?.viewer;if(n(()=>{p&&j(p.customers)},[p]),!o)return i(re,{});let h=new Map((p?.customers??[]).flatMap(e=>e.meteringPoints.nodes.map(e=>[e.id,e]))),_=C.value,b=!_||_.meteringPoints.nodes.length===0;return i(r,{children:[i(`h1`,{ref:c,tabIndex:-1,children:e.greeting(o.account.name)}),i(L,{}),f.failure&&i(v,{failure:f.failure,retry:f.retry,at:f.at}),b&&p&&i(ee,{requests:p.mandateRequests}),!b&&(f.data||f.loading)&&i(te,{customer:_,named:o.customers.length>1||_.kind===`COMPANY`,figures:h},_.id),i(J,{})]})}function ee({requests:e}){let t=m(`home`);return e.length?i(r,{children:e.map(({id:e,companyName:n})=>i(c,{what:t.requestWaits(n),why:t.requestWaitsWhy},e))}):i(c,{what:t.noPoints,why:t.noPointsWhy})}function te(e){let t=m(`home`),{customer:n,named:r,figures:a}=e,o=n.meteringPoints.nodes,s=o.flatMap(e=>{let t=a.get(e.id);return t?[{point:e,figures:t}]:[]}),c=o.length>=Q;return i(`section`,{class:`customer`,"aria-labelledby":`customer-${n.id}`,children:[i(`h2`,{id:`customer-${n.id}`,class:r?`customer-name`:`hidden`,children:[r?n.name:t.kinds[n.kind],c&&i(`span`,{class:`customer-count`,children:t.count(o.length)})]}),s.length===0?i(ne,{points:o,asTable:c}):c?i(X,{points:s,label:n.name}):i(`div`,{class:`cards`,children:s.map(e=>i(U,{...e},e.point.id))}),n.meteringPoints.pageInfo.hasNextPage&&i(`p`,{class:`hint`,children:t.onlyFirst(o.length)})]})}function ne({points:e,asTable:t}){return i(p,{children:t?i(`div`,{class:`card bone-table`,style:{height:`${48+e.length*65}px`}}):i(`div`,{class:`cards`,children:e.map(e=>i(`div`,{class:`card bone-point`},e.id))})})}function re(){return i(p,{children:[i(`div`,{class:`bone bone-h1`}),i(`div`,{class:`card bone-point`})]})}export{$ as Page};