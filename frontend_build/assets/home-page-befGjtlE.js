import{d as e,f as t,o as n,p as r,t as i}from"./preact-DiQsbUql.js";import{D as a,I as o,L as s,M as c,N as l,P as u,R as d,T as f,V as p,W as m,X as h,Y as g,h as _,o as v,s as y,z as b}from"./app-Co5s9kob.js";import{i as x,r as S,t as C}from"./data-CB9jCBp6.js";import{n as w}from"./customer-D70y8Jz_.js";import{i as T,l as E,n as D,p as O,t as k,u as A}from"./place-name-DHwOn6p5.js";import{t as j}from"./chart-BMiP9bOD.js";import{a as M}from"./form-CyibYWsH.js";var N=_(`
  query Home($yesterday: Date!, $today: Date!, $thisMonth: Date!, $nextMonth: Date!, $lastMonth: Date!) {
    viewer {
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
`),P=_(`
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
`),F={"on-jo-tili":`hadAccount`,tervetuloa:`registered`,odottaa:`companyWaits`,salasana:`newPassword`};function I(){let[t,r]=e(null),a=o.value.query.get(`ilmoitus`);return n(()=>{a!==null&&(r(F[a]??null),u(`/`,{replace:!0}))},[a]),i(`div`,{role:`status`,children:t&&i(`p`,{class:`notice notice-good`,children:m(`home`).arrivals[t]})})}var L=[`ESTIMATED`,`ESTIMATED_ACCEPTED`,`TEMPORARY`,`UNCERTAIN`];function R(e){return L.includes(e)}function z(e){return e.columns.energyKwh.map((t,n)=>{let r=e.columns.qualities[n];return t===null?{value:t,mark:r===`MISSING`?`missing`:`none`}:{value:t,mark:R(r)?`estimate`:`solid`}})}function B(e,t){let n=t?S(t).instant:-1/0;return e.columns.starts.flatMap((t,r)=>{let i=e.columns.qualities[r],a=S(t),o=e.columns.starts[r+1];return(o?S(o).instant<=n:a.instant<n)&&(i===`MISSING`||i===`PARTIALLY_MISSING`)?[a]:[]})}function V(e){if(!e)return null;let t=S(e);if(t.hour||t.minute)return{day:t,time:t};let n=new Date(Date.UTC(t.year,t.month-1,t.day-1));return{day:{year:n.getUTCFullYear(),month:n.getUTCMonth()+1,day:n.getUTCDate()},time:null}}function H({point:e,figures:t}){let n=m(`home`),o=C.value,{yesterday:s,thisMonth:c,lastMonth:l}=t,u=D(e),d=a(e.id),f=S(c.columns.starts[0]??``),p=S(l.columns.starts[0]??``),h=V(s.completeUntil);return i(`article`,{class:`card point`,children:[i(`h3`,{class:`point-name`,children:[u,i(`span`,{class:`point-address`,children:k(e)})]}),h===null?i(`p`,{class:`muted`,children:n.neverDelivered}):i(r,{children:[i(`div`,{class:`point-main`,children:[i(`p`,{class:`big`,children:c.energyKwh===null?`–`:o.energy(c.energyKwh)}),i(j,{days:z(c)}),i(`p`,{class:`muted`,children:[n.inMonth(o.monthName(f.month)),`, `,U(h)]})]}),i(`dl`,{class:`point-more`,children:[i(G,{label:n.yesterday,figures:s,pending:n.notYet}),i(G,{label:n.month(o.monthName(p.month)),figures:l,pending:n.notYet})]}),i(K,{href:d,days:B(c,s.completeUntil)}),i(K,{href:d,days:B(l,s.completeUntil)})]}),i(`p`,{class:`point-open`,children:i(`a`,{class:`button`,href:d,"aria-label":n.openOf(u),children:n.open})})]})}function U(e){let t=m(`home`),n=C.value,r=n.dayAndMonth(e.day);return e.time?t.untilTime(r,n.time(e.time)):t.until(r)}function W(e){let t=m(`home`),{energyKwh:n,quality:r}=e;if(n===null)return{text:r===`PENDING`?t.notYet:t.unknown,note:null};let i=r===`PARTIALLY_MISSING`?t.partly:R(r)?t.estimate:null;return{text:C.value.energy(n),note:i}}function G(e){let{text:t,note:n}=W(e.figures);return i(`div`,{children:[i(`dt`,{children:e.label}),i(`dd`,{children:[t,n&&i(`small`,{children:n})]})]})}function K({href:e,days:t}){let n=t[0];if(!n)return null;let r={level:`month`,year:n.year,month:n.month,day:1,quarters:!1};return i(`p`,{class:`point-gaps`,children:[i(b,{name:`warning`}),i(`a`,{href:e+O(r),children:m(`home`).gaps(t.length,C.value.monthName(n.month))})]})}function q(){let[t,n]=e(()=>g(`omavirta.passkey-offer`)!==null);return t||!M()?null:i(J,{onDecline:()=>{h(`omavirta.passkey-offer`,`declined`),n(!0)}})}function J({onDecline:e}){let t=m(`home`).passkeyOffer,n=x(P,{}).data?.viewer?.account;return!n?.sessions.some(e=>e.current&&e.identifiedAt)||n?.passkeys.length?null:i(`aside`,{class:`offer card`,"aria-labelledby":`passkey-offer`,children:[i(`div`,{children:[i(`h2`,{id:`passkey-offer`,children:t.title}),i(`p`,{class:`muted`,children:t.text})]}),i(`div`,{class:`row-actions`,children:[i(`a`,{class:`button button-quiet`,href:f,children:t.add}),i(`button`,{type:`button`,class:`button button-quiet`,onClick:e,children:t.decline})]})]})}function Y(e){let t=m(`home`),n=C.value,r=e.points[0]?.figures,a=e=>n.monthName(S(e?.[0]??``).month),o=a(r?.thisMonth.columns.starts),s=a(r?.lastMonth.columns.starts);return i(`div`,{class:`card points`,children:i(`table`,{children:[i(`caption`,{class:`hidden`,children:e.label}),i(`thead`,{children:i(`tr`,{children:[i(`th`,{scope:`col`,children:t.point}),i(`th`,{scope:`col`,class:`points-spark`,children:i(`span`,{class:`hidden`,children:t.daysOf(o)})}),i(`th`,{scope:`col`,class:`number`,children:t.yesterday}),i(`th`,{scope:`col`,class:`number`,children:t.monthSoFar(o)}),i(`th`,{scope:`col`,class:`number`,children:t.month(s)})]})}),i(`tbody`,{children:e.points.map(({point:e,figures:n})=>i(X,{point:e,figures:n,labels:[t.yesterday,t.monthSoFar(o),t.month(s)]},e.id))})]})})}function X(e){let t=m(`home`),{point:n,figures:o,labels:s}=e,c=V(o.yesterday.completeUntil),l=[o.thisMonth,o.lastMonth].flatMap(e=>{let n=B(e,o.yesterday.completeUntil),r=n[0];return r?[t.gaps(n.length,C.value.monthName(r.month))]:[]});return i(`tr`,{children:[i(`th`,{scope:`row`,children:[i(`a`,{href:a(n.id),children:D(n)}),i(`span`,{class:`point-address`,children:k(n)}),l.map(e=>i(`span`,{class:`points-gaps`,children:[i(b,{name:`warning`}),e]},e))]}),c===null?i(`td`,{class:`muted points-none`,colSpan:4,children:t.neverDelivered}):i(r,{children:[i(`td`,{class:`points-spark`,title:U(c),children:i(j,{days:z(o.thisMonth)})}),[o.yesterday,o.thisMonth,o.lastMonth].map((e,t)=>i(`td`,{class:t===1?`number points-now`:`number`,"data-label":s[t],children:W(e).text},t))]})]})}var Z=5;function Q(){let e=m(`home`),n=v.value,a=n.status===`in`?n.viewer:null;l(e.title);let o=c(),u=A(new Date),f=t(()=>{let e={...u,day:1};return{yesterday:E(T(u,-1)),today:E(u),thisMonth:E(e),nextMonth:E({...T(e,31),day:1}),lastMonth:E({...T(e,-1),day:1})}},[E(u)]),p=x(N,f);if(p.data&&!p.data.viewer&&queueMicrotask(y),!a)return i(te,{});let h=new Map((p.data?.viewer?.customers??[]).flatMap(e=>e.meteringPoints.nodes.map(e=>[e.id,e]))),g=w.value,_=!g||g.meteringPoints.nodes.length===0;return i(r,{children:[i(`h1`,{ref:o,tabIndex:-1,children:e.greeting(a.account.name)}),i(I,{}),p.failure&&i(d,{failure:p.failure,retry:p.retry,at:p.at}),_&&i(s,{what:e.noPoints,why:e.noPointsWhy}),!_&&(p.data||p.loading)&&i($,{customer:g,named:a.customers.length>1||g.kind===`COMPANY`,figures:h},g.id),i(q,{})]})}function $(e){let t=m(`home`),{customer:n,named:r,figures:a}=e,o=n.meteringPoints.nodes,s=o.flatMap(e=>{let t=a.get(e.id);return t?[{point:e,figures:t}]:[]}),c=o.length>=Z;return i(`section`,{class:`customer`,"aria-labelledby":`customer-${n.id}`,children:[i(`h2`,{id:`customer-${n.id}`,class:r?`customer-name`:`hidden`,children:[r?n.name:t.kinds[n.kind],c&&i(`span`,{class:`customer-count`,children:t.count(o.length)})]}),s.length===0?i(ee,{points:o,asTable:c}):c?i(Y,{points:s,label:n.name}):i(`div`,{class:`cards`,children:s.map(e=>i(H,{...e},e.point.id))}),n.meteringPoints.pageInfo.hasNextPage&&i(`p`,{class:`hint`,children:t.onlyFirst(o.length)})]})}function ee({points:e,asTable:t}){return i(p,{children:t?i(`div`,{class:`card bone-table`,style:{height:`${48+e.length*65}px`}}):i(`div`,{class:`cards`,children:e.map(e=>i(`div`,{class:`card bone-point`},e.id))})})}function te(){return i(p,{children:[i(`div`,{class:`bone bone-h1`}),i(`div`,{class:`card bone-point`})]})}export{Q as Page};