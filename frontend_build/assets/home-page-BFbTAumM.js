import{d as e,f as t,o as n,p as r,t as i}from"./preact-DiQsbUql.js";import{a,n as o,r as s}from"./terms-text-CXTsn6dY.js";import{$ as c,A as l,G as u,J as d,L as f,P as p,R as m,U as h,W as g,Y as ee,Z as _,b as v,ct as y,g as b,lt as x,nt as S,o as C,q as w,s as T}from"./app-BhYbjUjw.js";import{a as E,c as D,d as O,l as k,o as A,s as j}from"./data-DX79vbST.js";import{c as M,l as N,n as P,p as te}from"./period-D1MSMzES.js";import{t as ne}from"./refresh-DdJhRq9P.js";import{t as F}from"./chart-CfB1qNWd.js";import{a as re}from"./form-9nbxsXnI.js";var ie=b(`
  query Home($customer: ID!, $cards: Boolean!, $yesterday: Date!, $today: Date!, $thisMonth: Date!, $nextMonth: Date!, $lastMonth: Date!) {
    viewer {
      mandateRequests {
        id
        companyName
      }
      customers {
        id
      }
    }
    node(id: $customer) {
      id
      ... on Customer {
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
            activeContract @include(if: $cards) {
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
            nextInvoice @include(if: $cards) {
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
`,[a]),ae=b(`
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
`),I=[`ESTIMATED`,`ESTIMATED_ACCEPTED`,`TEMPORARY`,`UNCERTAIN`];function L(e){return I.includes(e)}function R(e){return e.columns.energyKwh.map((t,n)=>{let r=e.columns.qualities[n];return t===null?{value:t,mark:r===`MISSING`?`missing`:`none`}:{value:t,mark:L(r)?`estimate`:`solid`}})}function z(e,t){let n=t?D(t).instant:-1/0;return e.columns.starts.flatMap((t,r)=>{let i=e.columns.qualities[r],a=D(t),o=e.columns.starts[r+1];return(o?D(o).instant<=n:a.instant<n)&&(i===`MISSING`||i===`PARTIALLY_MISSING`)?[a]:[]})}function B(e){if(!e)return null;let t=D(e);if(t.hour||t.minute)return{day:t,time:t};let n=new Date(Date.UTC(t.year,t.month-1,t.day-1));return{day:{year:n.getUTCFullYear(),month:n.getUTCMonth()+1,day:n.getUTCDate()},time:null}}function V({nodes:e}){let[t,...n]=[...e].sort((e,t)=>e.dueDate.localeCompare(t.dueDate));if(!t)return null;let r=[t,...n].reduce((e,{openAmount:t})=>e+Math.round(Number(t.amount)*100),0);return{id:t.id,due:t.dueDate,total:r/100,count:e.length,overdue:e.filter(({status:e})=>e===`OVERDUE`).length}}function H({invoices:{invoices:e,unpaid:t}}){let n=S(`home`).invoice,a=j.value,o=e.nodes[0],s=V(t);return i(`section`,{class:`card newest-invoice`,"aria-labelledby":`newest-invoice`,children:[i(`div`,{children:[i(`h3`,{id:`newest-invoice`,class:`card-label`,children:s?n.toPay:n.newest}),s?i(r,{children:[i(`p`,{class:`big`,children:[a.money(s.total),` `,i(`small`,{children:n.withVat})]}),i(`p`,{class:`muted`,children:s.count===1?n.due(W(s.due)):n.dueOfMany(s.count,W(s.due))}),s.overdue>0&&i(`p`,{class:`point-gaps`,children:[i(_,{name:`warning`}),n.overdue(s.overdue)]})]}):o?i(r,{children:[i(`p`,{class:`big`,children:[a.money(o.total.amount),` `,i(`small`,{children:n.withVat})]}),i(`p`,{class:`muted`,children:U(o)})]}):i(`p`,{class:`muted`,children:n.none})]}),o&&i(`p`,{class:`newest-invoice-open`,children:i(`a`,{class:`button button-quiet`,href:s&&s.count>1?`/laskut`:f(s?.id??o.id),children:s&&s.count>1?n.show:n.open})})]})}function U({kind:e,status:t,paidOn:n}){let r=S(`home`).invoice;return e===`CREDIT_NOTE`?r.creditNote:t===`CREDITED`?r.credited:n?r.paidOn(W(n)):r.paid}var W=e=>j.value.date(D(e));function G({figures:{activeContract:e,nextInvoice:t},id:n}){let a=S(`home`),o=j.value;return i(`dl`,{class:`point-answers`,children:[i(K,{label:a.contract.title,children:e?i(r,{children:[i(`a`,{href:v,children:e.product.name}),i(`small`,{children:q(e)}),e.endDate&&i(`small`,{children:a.contract.until(o.date(D(e.endDate)))})]}):a.contract.none}),t&&i(K,{label:a.next.title,children:t.status===`ESTIMATED`&&t.total?i(r,{children:[i(`a`,{href:m(n),children:a.next.about(o.money(t.total.amount))}),t.low&&t.high&&i(`small`,{children:a.next.range(o.money(t.low.amount),o.money(t.high.amount))})]}):a.next.unknown})]})}function K({label:e,children:t}){return i(`div`,{children:[i(`dt`,{children:e}),i(`dd`,{children:t})]})}function q({product:e,currentPrices:t}){let n=S(`home`).contract;return s(t).map(t=>{let r=o(t,n.month);return t.kind===`MARGIN`?`${n.spot}\u00a0+ ${r}`:t.kind===`ENERGY`&&e.kind===`CONSUMPTION_IMPACT`?`${r} ± ${n.impact}`:r}).join(`, `)}var oe={"on-jo-tili":`hadAccount`,tervetuloa:`registered`,salasana:`newPassword`};function se(){let[t,r]=e(null),a=w.value.query.get(`ilmoitus`);return n(()=>{a!==null&&(r(oe[a]??null),u(`/`,{replace:!0}))},[a]),i(`div`,{role:`status`,children:t&&i(`p`,{class:`notice notice-good`,children:S(`home`).arrivals[t]})})}function ce({point:e,figures:t}){let n=S(`home`),a=j.value,{yesterday:o,thisMonth:s,lastMonth:c}=t,l=A(e),u=p(e.id),d=D(s.columns.starts[0]??``),f=D(c.columns.starts[0]??``),m=B(o.completeUntil);return i(`article`,{class:`card point`,children:[i(`h3`,{class:`point-name`,children:[l,i(`span`,{class:`point-address`,children:E(e)})]}),m===null?i(`p`,{class:`muted`,children:n.neverDelivered}):i(r,{children:[i(`div`,{class:`point-main`,children:[i(`p`,{class:s.energyKwh===null?`big big-words`:`big`,children:Y(s).text}),i(F,{days:R(s)}),i(`p`,{class:`muted`,children:[n.inMonth(a.monthName(d.month)),`, `,J(m)]})]}),i(`dl`,{class:`point-more`,children:[i(X,{label:n.yesterday,figures:o,pending:n.notYet}),i(X,{label:n.month(a.monthName(f.month)),figures:c,pending:n.notYet})]}),i(Z,{href:u,days:z(s,o.completeUntil)}),i(Z,{href:u,days:z(c,o.completeUntil)})]}),i(G,{figures:t,id:e.id}),i(`p`,{class:`point-open`,children:i(`a`,{class:`button`,href:u,"aria-label":n.openOf(l),children:n.open})})]})}function J(e){let t=S(`home`),n=j.value,r=e.day.year===N(new Date).year?n.dayAndMonth(e.day):n.date(e.day);return e.time?t.untilTime(r,n.time(e.time)):t.until(r)}function Y(e){let t=S(`home`),{energyKwh:n,quality:r}=e;if(n===null)return{text:r===`PENDING`?t.notYet:t.unknown,note:null};let i=r===`PARTIALLY_MISSING`?t.partly:L(r)?t.estimate:null;return{text:j.value.energy(n),note:i}}function X(e){let{text:t,note:n}=Y(e.figures);return i(`div`,{children:[i(`dt`,{children:e.label}),i(`dd`,{children:[t,n&&i(`small`,{children:n})]})]})}function Z({href:e,days:t}){let n=t[0];if(!n)return null;let r={level:`month`,year:n.year,month:n.month,day:1,quarters:!1};return i(`p`,{class:`point-gaps`,children:[i(_,{name:`warning`}),i(`a`,{href:e+te(r),children:S(`home`).gaps(t.length,j.value.monthName(n.month))})]})}function le(){let[t,n]=e(()=>y(`omavirta.passkey-offer`)!==null);return t||!re()?null:i(ue,{onDecline:()=>{x(`omavirta.passkey-offer`,`declined`),n(!0)}})}function ue({onDecline:e}){let t=S(`home`).passkeyOffer,n=k(ae,{}).data?.viewer?.account;return!n?.sessions.some(e=>e.current&&e.identifiedAt)||n?.passkeys.length?null:i(`aside`,{class:`offer card`,"aria-labelledby":`passkey-offer`,children:[i(`div`,{children:[i(`h2`,{id:`passkey-offer`,children:t.title}),i(`p`,{class:`muted`,children:t.text})]}),i(`div`,{class:`row-actions`,children:[i(`a`,{class:`button button-quiet`,href:l,children:t.add}),i(`button`,{type:`button`,class:`button button-quiet`,onClick:e,children:t.decline})]})]})}function de(e){let t=S(`home`),n=j.value,r=e.points[0]?.figures,a=e=>n.monthName(D(e?.[0]??``).month),o=a(r?.thisMonth.columns.starts),s=a(r?.lastMonth.columns.starts);return i(`div`,{class:`card points`,children:i(`table`,{children:[i(`caption`,{class:`hidden`,children:e.label}),i(`thead`,{children:i(`tr`,{children:[i(`th`,{scope:`col`,children:t.point}),i(`th`,{scope:`col`,class:`points-spark`,children:i(`span`,{class:`hidden`,children:t.daysOf(o)})}),i(`th`,{scope:`col`,class:`number`,children:t.yesterday}),i(`th`,{scope:`col`,class:`number`,children:t.monthSoFar(o)}),i(`th`,{scope:`col`,class:`number`,children:t.month(s)})]})}),i(`tbody`,{children:e.points.map(({point:e,figures:n})=>i(fe,{point:e,figures:n,labels:[t.yesterday,t.monthSoFar(o),t.month(s)]},e.id))})]})})}function fe(e){let t=S(`home`),{point:n,figures:a,labels:o}=e,s=B(a.yesterday.completeUntil),c=[a.thisMonth,a.lastMonth].flatMap(e=>{let n=z(e,a.yesterday.completeUntil),r=n[0];return r?[t.gaps(n.length,j.value.monthName(r.month))]:[]});return i(`tr`,{children:[i(`th`,{scope:`row`,children:[i(`a`,{href:p(n.id),children:A(n)}),i(`span`,{class:`point-address`,children:E(n)}),c.map(e=>i(`span`,{class:`points-gaps`,children:[i(_,{name:`warning`}),e]},e))]}),s===null?i(`td`,{class:`muted points-none`,colSpan:4,children:t.neverDelivered}):i(r,{children:[i(`td`,{class:`points-spark`,title:J(s),children:i(F,{days:R(a.thisMonth)})}),[a.yesterday,a.thisMonth,a.lastMonth].map((e,t)=>i(`td`,{class:t===1?`number points-now`:`number`,"data-label":o[t],children:Y(e).text},t))]})]})}var pe=5;function Q({meteringPoints:e}){return e.nodes.length>=pe}function $(){let e=S(`home`),a=C.value,o=a.status===`in`?a.viewer:null;g(e.title);let s=h(),c=N(new Date),l=O.value,u=l?`${Q(l)?`table`:`cards`} ${l.id}`:!o&&y(`omavirta.home`)||``;n(()=>{l&&x(`omavirta.home`,u)},[u]);let d=t(()=>{let[e,t]=u.split(` `),n={...c,day:1};return{customer:t??``,cards:e===`cards`,yesterday:M(P(c,-1)),today:M(c),thisMonth:M(n),nextMonth:M({...P(n,31),day:1}),lastMonth:M({...P(n,-1),day:1})}},[u,M(c)]),f=k(ie,d,{spoken:!0});f.data&&!f.data.viewer&&queueMicrotask(T);let p=f.data?.viewer;if(n(()=>{p&&ne(p.customers)},[p]),!o)return i(_e,{});let m=f.data?.node,_=!l||l.meteringPoints.nodes.length===0;return i(r,{children:[i(`h1`,{ref:s,tabIndex:-1,children:e.greeting(o.account.name)}),i(se,{}),f.failure&&i(ee,{failure:f.failure,retry:f.retry,at:f.at}),_&&p&&i(me,{requests:p.mandateRequests}),!_&&(f.data||f.loading)&&i(he,{customer:l,named:o.customers.length>1||l.kind===`COMPANY`,figures:m&&`meteringPoints`in m?m:null},l.id),i(le,{})]})}function me({requests:e}){let t=S(`home`);return e.length?i(r,{children:e.map(({id:e,companyName:n})=>i(d,{what:t.requestWaits(n),why:t.requestWaitsWhy},e))}):i(d,{what:t.noPoints,why:t.noPointsWhy})}function he({customer:e,named:t,figures:n}){let r=S(`home`),a=e.meteringPoints.nodes,o=a.flatMap(e=>{let t=n?.meteringPoints.nodes.find(({id:t})=>t===e.id);return t?[{point:e,figures:t}]:[]}),s=Q(e);return i(`section`,{class:`customer`,"aria-labelledby":`customer-${e.id}`,children:[i(`h2`,{id:`customer-${e.id}`,class:t?`customer-name`:`hidden`,children:[t?e.name:r.kinds[e.kind],s&&i(`span`,{class:`customer-count`,children:r.count(a.length)})]}),o.length===0?i(ge,{points:a,asTable:s}):s?i(`div`,{class:`answers`,children:[n&&i(H,{invoices:n}),i(de,{points:o,label:e.name})]}):i(`div`,{class:`cards home-cards`,children:[n&&i(H,{invoices:n}),o.map(e=>i(ce,{...e},e.point.id))]}),o.length>0&&i(`p`,{class:`hint foot`,children:r.vat}),e.meteringPoints.pageInfo.hasNextPage&&i(`p`,{class:`hint`,children:r.onlyFirst(a.length)})]})}function ge({points:e,asTable:t}){return i(c,{children:t?i(`div`,{class:`answers`,children:[i(`div`,{class:`card bone-invoice`}),i(`div`,{class:`card bone-table`,style:{height:`${48+e.length*65}px`}})]}):i(`div`,{class:`cards home-cards`,children:[i(`div`,{class:`card bone-invoice newest-invoice`}),e.map(e=>i(`div`,{class:`card bone-point`},e.id))]})})}function _e(){return i(c,{children:[i(`div`,{class:`bone bone-h1`}),i(`div`,{class:`card bone-point`})]})}export{$ as Page};