import{d as e,t,u as n}from"./preact-DEBJ9K3y.js";import{_ as r,a as i,c as a,g as o,h as s,i as c,l,m as u,n as d,p as f,t as p,u as m,x as h,y as g}from"./index-Cfw61SKh.js";import{i as _,l as v,n as y,p as b,t as x,u as S}from"./place-name-DHwOn6p5.js";import{t as C}from"./chart-JfKErdHb.js";var w=c(`
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
`),T=[`ESTIMATED`,`ESTIMATED_ACCEPTED`,`TEMPORARY`,`UNCERTAIN`];function E(e){return T.includes(e)}function D(e){return e.columns.energyKwh.map((t,n)=>{let r=e.columns.qualities[n];return t===null?{value:t,mark:r===`MISSING`?`missing`:`none`}:{value:t,mark:E(r)?`estimate`:`solid`}})}function O(e,t){let n=t?h(t).instant:-1/0;return e.columns.starts.flatMap((t,r)=>{let i=e.columns.qualities[r],a=h(t),o=e.columns.starts[r+1];return(o?h(o).instant<=n:a.instant<n)&&(i===`MISSING`||i===`PARTIALLY_MISSING`)?[a]:[]})}function k(e){if(!e)return null;let t=h(e);if(t.hour||t.minute)return{day:t,time:t};let n=new Date(Date.UTC(t.year,t.month-1,t.day-1));return{day:{year:n.getUTCFullYear(),month:n.getUTCMonth()+1,day:n.getUTCDate()},time:null}}function A({point:n,figures:i}){let o=g(`home`),s=r.value,{yesterday:c,thisMonth:l,lastMonth:u}=i,d=y(n),f=a(n.id),p=h(l.columns.starts[0]??``),m=h(u.columns.starts[0]??``),_=k(c.completeUntil);return t(`article`,{class:`card point`,children:[t(`h3`,{class:`point-name`,children:[d,t(`span`,{class:`point-address`,children:x(n)})]}),_===null?t(`p`,{class:`muted`,children:o.neverDelivered}):t(e,{children:[t(`div`,{class:`point-main`,children:[t(`p`,{class:`big`,children:l.energyKwh===null?`–`:s.energy(l.energyKwh)}),t(C,{days:D(l)}),t(`p`,{class:`muted`,children:[o.inMonth(s.monthName(p.month)),`, `,j(_)]})]}),t(`dl`,{class:`point-more`,children:[t(N,{label:o.yesterday,figures:c,pending:o.notYet}),t(N,{label:o.month(s.monthName(m.month)),figures:u,pending:o.notYet})]}),t(P,{href:f,days:O(l,c.completeUntil)}),t(P,{href:f,days:O(u,c.completeUntil)})]}),t(`p`,{class:`point-open`,children:t(`a`,{class:`button`,href:f,"aria-label":o.openOf(d),children:o.open})})]})}function j(e){let t=g(`home`),n=r.value,i=n.dayAndMonth(e.day);return e.time?t.untilTime(i,n.time(e.time)):t.until(i)}function M(e){let t=g(`home`),{energyKwh:n,quality:i}=e;if(n===null)return{text:i===`PENDING`?t.notYet:t.unknown,note:null};let a=i===`PARTIALLY_MISSING`?t.partly:E(i)?t.estimate:null;return{text:r.value.energy(n),note:a}}function N(e){let{text:n,note:r}=M(e.figures);return t(`div`,{children:[t(`dt`,{children:e.label}),t(`dd`,{children:[n,r&&t(`small`,{children:r})]})]})}function P({href:e,days:n}){let i=n[0];if(!i)return null;let a={level:`month`,year:i.year,month:i.month,day:1,quarters:!1};return t(`p`,{class:`point-gaps`,children:[t(s,{name:`warning`}),t(`a`,{href:e+b(a),children:g(`home`).gaps(n.length,r.value.monthName(i.month))})]})}function F(e){let n=g(`home`),i=r.value,a=e.points[0]?.figures,o=e=>i.monthName(h(e?.[0]??``).month),s=o(a?.thisMonth.columns.starts),c=o(a?.lastMonth.columns.starts);return t(`div`,{class:`card points`,children:t(`table`,{children:[t(`caption`,{class:`hidden`,children:e.label}),t(`thead`,{children:t(`tr`,{children:[t(`th`,{scope:`col`,children:n.point}),t(`th`,{scope:`col`,class:`points-spark`,children:t(`span`,{class:`hidden`,children:n.daysOf(s)})}),t(`th`,{scope:`col`,class:`number`,children:n.yesterday}),t(`th`,{scope:`col`,class:`number`,children:n.monthSoFar(s)}),t(`th`,{scope:`col`,class:`number`,children:n.month(c)})]})}),t(`tbody`,{children:e.points.map(({point:e,figures:r})=>t(I,{point:e,figures:r,labels:[n.yesterday,n.monthSoFar(s),n.month(c)]},e.id))})]})})}function I(n){let i=g(`home`),{point:o,figures:c,labels:l}=n,u=k(c.yesterday.completeUntil),d=[c.thisMonth,c.lastMonth].flatMap(e=>{let t=O(e,c.yesterday.completeUntil),n=t[0];return n?[i.gaps(t.length,r.value.monthName(n.month))]:[]});return t(`tr`,{children:[t(`th`,{scope:`row`,children:[t(`a`,{href:a(o.id),children:y(o)}),t(`span`,{class:`point-address`,children:x(o)}),d.map(e=>t(`span`,{class:`points-gaps`,children:[t(s,{name:`warning`}),e]},e))]}),u===null?t(`td`,{class:`muted points-none`,colSpan:4,children:i.neverDelivered}):t(e,{children:[t(`td`,{class:`points-spark`,title:j(u),children:t(C,{days:D(c.thisMonth)})}),[c.yesterday,c.thisMonth,c.lastMonth].map((e,n)=>t(`td`,{class:n===1?`number points-now`:`number`,"data-label":l[n],children:M(e).text},n))]})]})}var L=5;function R(){let r=g(`home`),a=p.value,o=a.status===`in`?a.viewer:null;m(r.title);let s=l(),c=S(new Date),h=n(()=>{let e={...c,day:1};return{yesterday:v(_(c,-1)),today:v(c),thisMonth:v(e),nextMonth:v({..._(e,31),day:1}),lastMonth:v({..._(e,-1),day:1})}},[v(c)]),y=i(w,h);if(y.data&&!y.data.viewer&&queueMicrotask(d),!o)return t(V,{});let b=new Map((y.data?.viewer?.customers??[]).flatMap(e=>e.meteringPoints.nodes.map(e=>[e.id,e]))),x=o.customers.filter(e=>e.meteringPoints.nodes.length>0);return t(e,{children:[t(`h1`,{ref:s,tabIndex:-1,children:r.greeting(o.account.name)}),y.failure&&t(u,{failure:y.failure,retry:y.retry,at:y.at}),x.length===0&&t(f,{what:r.noPoints,why:r.noPointsWhy}),(y.data||y.loading)&&x.map(e=>t(z,{customer:e,named:x.length>1||e.kind===`COMPANY`,figures:b},e.id))]})}function z(e){let n=g(`home`),{customer:r,named:i,figures:a}=e,o=r.meteringPoints.nodes,s=o.flatMap(e=>{let t=a.get(e.id);return t?[{point:e,figures:t}]:[]}),c=o.length>=L;return t(`section`,{class:`customer`,"aria-labelledby":`customer-${r.id}`,children:[t(`h2`,{id:`customer-${r.id}`,class:i?`customer-name`:`hidden`,children:[i?r.name:n.kinds[r.kind],c&&t(`span`,{class:`customer-count`,children:n.count(o.length)})]}),s.length===0?t(B,{points:o,asTable:c}):c?t(F,{points:s,label:r.name}):t(`div`,{class:`cards`,children:s.map(e=>t(A,{...e},e.point.id))}),r.meteringPoints.pageInfo.hasNextPage&&t(`p`,{class:`hint`,children:n.onlyFirst(o.length)})]})}function B({points:e,asTable:n}){return t(o,{children:n?t(`div`,{class:`card bone-table`,style:{height:`${48+e.length*65}px`}}):t(`div`,{class:`cards`,children:e.map(e=>t(`div`,{class:`card bone-point`},e.id))})})}function V(){return t(o,{children:[t(`div`,{class:`bone bone-h1`}),t(`div`,{class:`card bone-point`})]})}export{R as Page};