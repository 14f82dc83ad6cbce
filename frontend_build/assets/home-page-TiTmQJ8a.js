import{d as e,f as t,o as n,p as r,t as i}from"./preact-DiQsbUql.js";import{a,n as o,r as s}from"./terms-text-MmnGiQ03.js";import{A as c,H as l,I as u,J as d,K as f,L as p,P as m,Q as h,U as g,W as _,X as v,b as y,ct as b,g as x,o as ee,q as S,s as C,st as w,tt as T}from"./app-WgkoDno2.js";import{a as E,c as D,d as O,l as k,o as A,s as j}from"./data-DKIEJbCy.js";import{c as M,l as N,n as P,p as te}from"./period-atnWhmIW.js";import{t as ne}from"./refresh-DuQ0ieZ3.js";import{t as F}from"./chart-CSknWxXH.js";import{a as re}from"./form-DI8wPJhX.js";var ie=x(`
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
        invoices(first: 1) {
          nodes {
            id
            kind
            status
            paidOn
            total {
              amount
            }
          }
        }
        unpaid: invoices(first: 50, status: [OPEN, DUE, OVERDUE]) {
          pageInfo {
            hasNextPage
          }
          nodes {
            id
            status
            dueDate
            openAmount {
              amount
            }
          }
        }
        meteringPoints(first: 100) {
          nodes {
            id
            activeContract {
              id
              endDate
              product {
                id
                name
                kind
              }
              currentPrices {
                ...Price
              }
            }
            nextInvoice {
              status
              total {
                amount
              }
              low {
                amount
              }
              high {
                amount
              }
            }
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
`,[a]),I=x(`
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
`),L=[`ESTIMATED`,`ESTIMATED_ACCEPTED`,`TEMPORARY`,`UNCERTAIN`];function R(e){return L.includes(e)}function z(e){return e.columns.energyKwh.map((t,n)=>{let r=e.columns.qualities[n];return t===null?{value:t,mark:r===`MISSING`?`missing`:`none`}:{value:t,mark:R(r)?`estimate`:`solid`}})}function B(e,t){let n=t?D(t).instant:-1/0;return e.columns.starts.flatMap((t,r)=>{let i=e.columns.qualities[r],a=D(t),o=e.columns.starts[r+1];return(o?D(o).instant<=n:a.instant<n)&&(i===`MISSING`||i===`PARTIALLY_MISSING`)?[a]:[]})}function V(e){if(!e)return null;let t=D(e);if(t.hour||t.minute)return{day:t,time:t};let n=new Date(Date.UTC(t.year,t.month-1,t.day-1));return{day:{year:n.getUTCFullYear(),month:n.getUTCMonth()+1,day:n.getUTCDate()},time:null}}function H({nodes:e}){let[t,...n]=[...e].sort((e,t)=>e.dueDate.localeCompare(t.dueDate));if(!t)return null;let r=[t,...n].reduce((e,{openAmount:t})=>e+Math.round(Number(t.amount)*100),0);return{id:t.id,due:t.dueDate,total:r/100,count:e.length,overdue:e.filter(({status:e})=>e===`OVERDUE`).length}}function U({invoices:{invoices:e,unpaid:t}}){let n=T(`home`).invoice,a=j.value,o=e.nodes[0],s=H(t);return i(`section`,{class:`card newest-invoice`,"aria-labelledby":`newest-invoice`,children:[i(`div`,{children:[i(`h3`,{id:`newest-invoice`,class:`card-label`,children:s?n.toPay:n.newest}),s?i(r,{children:[i(`p`,{class:`big`,children:[a.money(s.total),` `,i(`small`,{children:n.withVat})]}),i(`p`,{class:`muted`,children:s.count===1?n.due(G(s.due)):n.dueOfMany(s.count,G(s.due))}),s.overdue>0&&i(`p`,{class:`point-gaps`,children:[i(v,{name:`warning`}),n.overdue(s.overdue)]})]}):o?i(r,{children:[i(`p`,{class:`big`,children:[a.money(o.total.amount),` `,i(`small`,{children:n.withVat})]}),i(`p`,{class:`muted`,children:W(o)})]}):i(`p`,{class:`muted`,children:n.none})]}),o&&i(`p`,{class:`newest-invoice-open`,children:i(`a`,{class:`button button-quiet`,href:s&&s.count>1?`/laskut`:u(s?.id??o.id),children:s&&s.count>1?n.show:n.open})})]})}function W({kind:e,status:t,paidOn:n}){let r=T(`home`).invoice;return e===`CREDIT_NOTE`?r.creditNote:t===`CREDITED`?r.credited:n?r.paidOn(G(n)):r.paid}var G=e=>j.value.date(D(e));function K({figures:{activeContract:e,nextInvoice:t},id:n}){let a=T(`home`),o=j.value;return i(`dl`,{class:`point-answers`,children:[i(q,{label:a.contract.title,children:e?i(r,{children:[i(`a`,{href:y,children:e.product.name}),i(`small`,{children:J(e)}),e.endDate&&i(`small`,{children:a.contract.until(o.date(D(e.endDate)))})]}):a.contract.none}),t&&i(q,{label:a.next.title,children:t.status===`ESTIMATED`&&t.total?i(r,{children:[i(`a`,{href:p(n),children:a.next.about(o.money(t.total.amount))}),t.low&&t.high&&i(`small`,{children:a.next.range(o.money(t.low.amount),o.money(t.high.amount))})]}):a.next.unknown})]})}function q({label:e,children:t}){return i(`div`,{children:[i(`dt`,{children:e}),i(`dd`,{children:t})]})}function J({product:e,currentPrices:t}){let n=T(`home`).contract;return s(t).map(t=>{let r=o(t,n.month);return t.kind===`MARGIN`?`${n.spot}\u00a0+ ${r}`:t.kind===`ENERGY`&&e.kind===`CONSUMPTION_IMPACT`?`${r} ± ${n.impact}`:r}).join(`, `)}var ae={"on-jo-tili":`hadAccount`,tervetuloa:`registered`,salasana:`newPassword`};function oe(){let[t,r]=e(null),a=f.value.query.get(`ilmoitus`);return n(()=>{a!==null&&(r(ae[a]??null),_(`/`,{replace:!0}))},[a]),i(`div`,{role:`status`,children:t&&i(`p`,{class:`notice notice-good`,children:T(`home`).arrivals[t]})})}function se({point:e,figures:t}){let n=T(`home`),a=j.value,{yesterday:o,thisMonth:s,lastMonth:c}=t,l=A(e),u=m(e.id),d=D(s.columns.starts[0]??``),f=D(c.columns.starts[0]??``),p=V(o.completeUntil);return i(`article`,{class:`card point`,children:[i(`h3`,{class:`point-name`,children:[l,i(`span`,{class:`point-address`,children:E(e)})]}),p===null?i(`p`,{class:`muted`,children:n.neverDelivered}):i(r,{children:[i(`div`,{class:`point-main`,children:[i(`p`,{class:`big`,children:s.energyKwh===null?`–`:a.energy(s.energyKwh)}),i(F,{days:z(s)}),i(`p`,{class:`muted`,children:[n.inMonth(a.monthName(d.month)),`, `,Y(p)]})]}),i(`dl`,{class:`point-more`,children:[i(Z,{label:n.yesterday,figures:o,pending:n.notYet}),i(Z,{label:n.month(a.monthName(f.month)),figures:c,pending:n.notYet})]}),i(Q,{href:u,days:B(s,o.completeUntil)}),i(Q,{href:u,days:B(c,o.completeUntil)})]}),i(K,{figures:t,id:e.id}),i(`p`,{class:`point-open`,children:i(`a`,{class:`button`,href:u,"aria-label":n.openOf(l),children:n.open})})]})}function Y(e){let t=T(`home`),n=j.value,r=n.dayAndMonth(e.day);return e.time?t.untilTime(r,n.time(e.time)):t.until(r)}function X(e){let t=T(`home`),{energyKwh:n,quality:r}=e;if(n===null)return{text:r===`PENDING`?t.notYet:t.unknown,note:null};let i=r===`PARTIALLY_MISSING`?t.partly:R(r)?t.estimate:null;return{text:j.value.energy(n),note:i}}function Z(e){let{text:t,note:n}=X(e.figures);return i(`div`,{children:[i(`dt`,{children:e.label}),i(`dd`,{children:[t,n&&i(`small`,{children:n})]})]})}function Q({href:e,days:t}){let n=t[0];if(!n)return null;let r={level:`month`,year:n.year,month:n.month,day:1,quarters:!1};return i(`p`,{class:`point-gaps`,children:[i(v,{name:`warning`}),i(`a`,{href:e+te(r),children:T(`home`).gaps(t.length,j.value.monthName(n.month))})]})}function ce(){let[t,n]=e(()=>w(`omavirta.passkey-offer`)!==null);return t||!re()?null:i(le,{onDecline:()=>{b(`omavirta.passkey-offer`,`declined`),n(!0)}})}function le({onDecline:e}){let t=T(`home`).passkeyOffer,n=k(I,{}).data?.viewer?.account;return!n?.sessions.some(e=>e.current&&e.identifiedAt)||n?.passkeys.length?null:i(`aside`,{class:`offer card`,"aria-labelledby":`passkey-offer`,children:[i(`div`,{children:[i(`h2`,{id:`passkey-offer`,children:t.title}),i(`p`,{class:`muted`,children:t.text})]}),i(`div`,{class:`row-actions`,children:[i(`a`,{class:`button button-quiet`,href:c,children:t.add}),i(`button`,{type:`button`,class:`button button-quiet`,onClick:e,children:t.decline})]})]})}function $(e){let t=T(`home`),n=j.value,r=e.points[0]?.figures,a=e=>n.monthName(D(e?.[0]??``).month),o=a(r?.thisMonth.columns.starts),s=a(r?.lastMonth.columns.starts);return i(`div`,{class:`card points`,children:i(`table`,{children:[i(`caption`,{class:`hidden`,children:e.label}),i(`thead`,{children:i(`tr`,{children:[i(`th`,{scope:`col`,children:t.point}),i(`th`,{scope:`col`,class:`points-spark`,children:i(`span`,{class:`hidden`,children:t.daysOf(o)})}),i(`th`,{scope:`col`,class:`number`,children:t.yesterday}),i(`th`,{scope:`col`,class:`number`,children:t.monthSoFar(o)}),i(`th`,{scope:`col`,class:`number`,children:t.month(s)})]})}),i(`tbody`,{children:e.points.map(({point:e,figures:n})=>i(ue,{point:e,figures:n,labels:[t.yesterday,t.monthSoFar(o),t.month(s)]},e.id))})]})})}function ue(e){let t=T(`home`),{point:n,figures:a,labels:o}=e,s=V(a.yesterday.completeUntil),c=[a.thisMonth,a.lastMonth].flatMap(e=>{let n=B(e,a.yesterday.completeUntil),r=n[0];return r?[t.gaps(n.length,j.value.monthName(r.month))]:[]});return i(`tr`,{children:[i(`th`,{scope:`row`,children:[i(`a`,{href:m(n.id),children:A(n)}),i(`span`,{class:`point-address`,children:E(n)}),c.map(e=>i(`span`,{class:`points-gaps`,children:[i(v,{name:`warning`}),e]},e))]}),s===null?i(`td`,{class:`muted points-none`,colSpan:4,children:t.neverDelivered}):i(r,{children:[i(`td`,{class:`points-spark`,title:Y(s),children:i(F,{days:z(a.thisMonth)})}),[a.yesterday,a.thisMonth,a.lastMonth].map((e,t)=>i(`td`,{class:t===1?`number points-now`:`number`,"data-label":o[t],children:X(e).text},t))]})]})}var de=5;function fe(){let e=T(`home`),a=ee.value,o=a.status===`in`?a.viewer:null;g(e.title);let s=l(),c=N(new Date),u=t(()=>{let e={...c,day:1};return{yesterday:M(P(c,-1)),today:M(c),thisMonth:M(e),nextMonth:M({...P(e,31),day:1}),lastMonth:M({...P(e,-1),day:1})}},[M(c)]),f=k(ie,u,{spoken:!0});f.data&&!f.data.viewer&&queueMicrotask(C);let p=f.data?.viewer;if(n(()=>{p&&ne(p.customers)},[p]),!o)return i(ge,{});let m=new Map((p?.customers??[]).flatMap(e=>e.meteringPoints.nodes.map(e=>[e.id,e]))),h=O.value,_=!h||h.meteringPoints.nodes.length===0;return i(r,{children:[i(`h1`,{ref:s,tabIndex:-1,children:e.greeting(o.account.name)}),i(oe,{}),f.failure&&i(d,{failure:f.failure,retry:f.retry,at:f.at}),_&&p&&i(pe,{requests:p.mandateRequests}),!_&&(f.data||f.loading)&&i(me,{customer:h,named:o.customers.length>1||h.kind===`COMPANY`,figures:m,invoices:p?.customers.find(({id:e})=>e===h.id)},h.id),i(ce,{})]})}function pe({requests:e}){let t=T(`home`);return e.length?i(r,{children:e.map(({id:e,companyName:n})=>i(S,{what:t.requestWaits(n),why:t.requestWaitsWhy},e))}):i(S,{what:t.noPoints,why:t.noPointsWhy})}function me(e){let t=T(`home`),{customer:n,named:r,figures:a,invoices:o}=e,s=n.meteringPoints.nodes,c=s.flatMap(e=>{let t=a.get(e.id);return t?[{point:e,figures:t}]:[]}),l=s.length>=de;return i(`section`,{class:`customer`,"aria-labelledby":`customer-${n.id}`,children:[i(`h2`,{id:`customer-${n.id}`,class:r?`customer-name`:`hidden`,children:[r?n.name:t.kinds[n.kind],l&&i(`span`,{class:`customer-count`,children:t.count(s.length)})]}),c.length===0?i(he,{points:s,asTable:l}):l?i(`div`,{class:`answers`,children:[o&&i(U,{invoices:o}),i($,{points:c,label:n.name})]}):i(`div`,{class:`cards home-cards`,children:[o&&i(U,{invoices:o}),c.map(e=>i(se,{...e},e.point.id))]}),c.length>0&&i(`p`,{class:`hint foot`,children:t.vat}),n.meteringPoints.pageInfo.hasNextPage&&i(`p`,{class:`hint`,children:t.onlyFirst(s.length)})]})}function he({points:e,asTable:t}){return i(h,{children:t?i(`div`,{class:`answers`,children:[i(`div`,{class:`card bone-invoice`}),i(`div`,{class:`card bone-table`,style:{height:`${48+e.length*65}px`}})]}):i(`div`,{class:`cards home-cards`,children:[i(`div`,{class:`card bone-invoice newest-invoice`}),e.map(e=>i(`div`,{class:`card bone-point`},e.id))]})})}function ge(){return i(h,{children:[i(`div`,{class:`bone bone-h1`}),i(`div`,{class:`card bone-point`})]})}export{fe as Page};