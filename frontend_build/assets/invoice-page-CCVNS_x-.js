import{$ as e,H as t,L as n,P as r,T as i,U as a,W as o,Y as s,g as c,nt as l,s as u}from"./app-BKDEkser.js";import{a as d,c as f,d as p,l as m,m as h,o as g,p as _,s as v}from"./data-C3e_cba4.js";import{a as y,c as b,d as ee,f as x,i as S,l as C,p as w,r as T,s as E,t as D,u as O}from"./invoicing-Cw5x2y-s.js";import{d as k,f as A,l as j,o as M,p as N,t as P}from"./preact-DiQsbUql.js";import{c as F,n as I,p as L}from"./period-B_TEiEzD.js";var R=c(`
  query Invoice($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Invoice {
        number
        kind
        status
        invoiceDate
        dueDate
        paidOn
        periodFrom
        periodTo
        lateInterest
        accruedLateInterest {
          amount
        }
        notices
        net {
          amount
        }
        vat {
          amount
        }
        total {
          amount
        }
        paid {
          amount
        }
        openAmount {
          amount
        }
        rows {
          description
          category
          quantity
          unit
          unitPrice
          unitPriceGross
          periodFrom
          periodTo
          vatRate
          net {
            amount
          }
          gross {
            amount
          }
          meteringPoint {
            id
            name
            address {
              street
              postalCode
              city
            }
          }
        }
        categories {
          category
          net {
            amount
          }
          gross {
            amount
          }
        }
        vatSpecification {
          rate
          net {
            amount
          }
          vat {
            amount
          }
          gross {
            amount
          }
        }
        meteringPoint {
          id
          gsrn
          name
          address {
            street
            postalCode
            city
          }
        }
        contract {
          id
          number
          startDate
          endDate
          noticeDays
          atEnd
          product {
            id
            name
          }
        }
        credits {
          id
          number
        }
        creditedBy {
          id
          number
        }
        document {
          url
          mediaType
        }
        verification {
          status
          difference {
            amount
          }
        }
        payment {
          payee
          iban
          ibanText
          bic
          amount {
            amount
          }
          dueDate
          reference
          referenceText
          barCode
          barCodeWidths
          qrPath
          qrSize
        }
      }
    }
    retailer {
      email
      phones {
        number
      }
      legalLinks {
        kind
        title
        url
        about
      }
    }
  }
`),z=c(`
  query InvoiceComparison($id: ID!, $from: Date!, $to: Date!, $yearBeforeFrom: Date!, $yearBeforeTo: Date!) {
    node(id: $id) {
      id
      ... on MeteringPoint {
        now: consumption(from: $from, to: $to, resolution: MONTH) {
          energyKwh
          quality
        }
        before: consumption(from: $yearBeforeFrom, to: $yearBeforeTo, resolution: MONTH) {
          energyKwh
          quality
        }
        comparison(from: $from, to: $to) {
          lastYear {
            change
            comparedDays
            days
          }
          similarHomes {
            status
            homes
            average
          }
        }
      }
    }
  }
`),B=3e3;function V(e){let{label:t,value:n,words:r}=e,[i,a]=k(null),o=j(null);M(()=>{if(!i)return;let e=setTimeout(()=>a(null),B);return()=>clearTimeout(e)},[i]);async function s(){a(null);try{await navigator.clipboard.writeText(e.text??n),a(!0)}catch{o.current&&getSelection()?.selectAllChildren(o.current),a(!1)}}return P(`div`,{class:e.class?`copyable ${e.class}`:`copyable`,children:[P(`dt`,{children:t}),P(`dd`,{children:[P(`span`,{class:`copyable-value`,ref:o,children:n}),P(`button`,{type:`button`,class:`button button-quiet copyable-button`,"aria-label":r.copyWhat(t),onClick:()=>void s(),children:[i&&P(h,{name:`done`}),i?r.copied:r.copy]}),P(`span`,{class:i===!1?`hint`:`hidden`,role:`status`,children:i===null?``:i?r.copiedWhat(t):r.notCopied})]})]})}var H=10;function U(e){let t=H,n=``;return e.forEach((e,r)=>{r%2==0&&(n+=`M${t} 4h${e}V60h-${e}z`),t+=e}),{path:n,width:t+H}}function W({payment:e}){let t=l(`billing`).invoice.pay,{barCode:n}=e;return P(`section`,{class:`card pay`,"aria-labelledby":`pay-title`,children:[P(`h2`,{id:`pay-title`,children:t.title}),P(`dl`,{class:`pay-facts`,children:[P(V,{label:t.amount,value:v.value.money(e.amount.amount),text:q(e.amount.amount),words:t}),P(V,{label:t.dueDate,value:E(e.dueDate),words:t}),P(V,{label:t.reference,value:e.referenceText,text:e.reference,words:t}),P(V,{label:t.iban,value:e.ibanText,text:e.iban,words:t}),e.bic&&P(`div`,{class:`copyable`,children:[P(`dt`,{children:t.bic}),P(`dd`,{children:P(`span`,{class:`copyable-value`,children:e.bic})})]}),P(V,{label:t.payee,value:e.payee,words:t}),n&&P(V,{label:t.barCode,value:J(n),text:n,words:t,class:`copyable-long`})]}),P(`div`,{class:`pay-codes`,children:[P(`h3`,{children:t.scan}),P(G,{payment:e,label:t.qrPicture}),e.barCodeWidths&&P(K,{widths:e.barCodeWidths,label:t.barPicture})]}),P(`p`,{class:`hint`,children:t.how})]})}function G({payment:e,label:t}){let{qrPath:n,qrSize:r}=e;return P(`svg`,{class:`paper qr`,viewBox:`0 0 ${r} ${r}`,role:`img`,"aria-label":t,"shape-rendering":`crispEdges`,children:P(`path`,{d:n})})}function K({widths:e,label:t}){let{path:n,width:r}=U(e);return P(`svg`,{class:`paper bar-code`,width:r,height:`64`,viewBox:`0 0 ${r} 64`,preserveAspectRatio:`none`,role:`img`,"aria-label":t,children:P(`path`,{d:n})})}function q(e){return Number(e).toFixed(2).replace(`.`,`,`)}function J(e){return e.replace(/(\d{6})(?=\d)/g,`$1 `)}function te({invoice:e}){let t=l(`billing`).invoice,r=v.value,{total:i,paid:a,openAmount:o,credits:s,creditedBy:c}=e,u=Number(o.amount)>0,d=u&&o.amount!==i.amount,f=S(e);return P(`section`,{class:`card answer`,"aria-label":l(`billing`).list.amountLabel,children:[P(`p`,{class:`big`,children:[r.money(u?o.amount:i.amount),` `,P(`small`,{children:ee(e)})]}),P(`p`,{class:`answer-status status-${f.toLowerCase()}`,children:[P(T,{of:f}),P(`strong`,{children:X(e)})]}),d&&P(`p`,{children:t.partlyPaid(r.money(i.amount),r.money(a.amount))}),u&&e.lateInterest!==null&&P(`p`,{class:`muted`,children:[(f===`OVERDUE`?t.interest:t.interestIfLate)(r.vatRate(e.lateInterest)),e.accruedLateInterest&&` ${t.interestAccrued(r.money(e.accruedLateInterest.amount))}`]}),u&&!e.payment&&P(`p`,{children:t.payElsewhere}),(s??c)&&P(`p`,{children:[s&&P(`a`,{href:n(s.id),children:t.credits(s.number)}),c&&P(`a`,{href:n(c.id),children:t.creditedBy(c.number)})]}),e.notices.length>0&&P(`div`,{class:`answer-notices`,children:[P(`h2`,{children:t.notices}),P(`ul`,{role:`list`,children:e.notices.map(e=>P(`li`,{children:e},e))})]}),e.kind===`INVOICE`&&P(Y,{invoice:e}),P(`p`,{children:P(`a`,{class:`button button-quiet`,href:e.document.url,target:`_blank`,rel:`noopener`,children:[t.open,e.document.mediaType===`application/pdf`&&` (PDF)`,P(`span`,{class:`hidden`,children:[` `,t.newTab]})]})})]})}function Y({invoice:e}){let{inShort:n,link:r}=l(`billing`).verify,{status:i,difference:a}=e.verification;return P(`p`,{class:`answer-verified`,children:[P(y,{of:i}),P(`span`,{children:[i===`DIFFERS`?n.DIFFERS(v.value.money(Math.abs(Number(a?.amount??0)))):n[i],` `,P(`a`,{href:t(e.id),children:r})]})]})}function X(e){let t=l(`billing`).invoice,n=E(e.dueDate);switch(S(e)){case`OPEN`:return t.toPay(n);case`DUE`:return t.toPaySoon(n);case`OVERDUE`:return t.overdue(n);case`CREDITED`:return t.credited;case`CREDIT`:return t.credit;case`PAID`:return e.paidOn?t.paid(E(e.paidOn)):Number(e.paid.amount)>0?t.paidAlready:t.nothing}}function Z({invoice:t,pointId:n}){let i=l(`billing`).invoice.compare,{periodFrom:a,periodTo:o}=t,c=A(()=>{let[e,t]=[f(a),I(f(o),1)];return{id:n,from:a,to:F(t),yearBeforeFrom:Q(e),yearBeforeTo:Q(t)}},[n,a,o]),u=m(z,c),d=u.data?.node,p=d&&`comparison`in d?d:null,h=f(a),g={level:`month`,year:h.year,month:h.month,day:1,quarters:!1};return P(`section`,{class:`card compare`,"aria-labelledby":`compare-title`,children:[P(`h2`,{id:`compare-title`,children:i.title}),u.failure&&P(s,{failure:u.failure,retry:u.retry,at:u.at}),p?P(ne,{...p}):u.loading&&P(e,{children:P(`div`,{class:`bone bone-compare`})}),P(`p`,{children:P(`a`,{href:r(n)+L(g),children:i.open})})]})}function Q({year:e,month:t,day:n}){return F(I({year:e-1,month:t,day:n},0))}function ne({now:e,before:t,comparison:{lastYear:n,similarHomes:r}}){let i=l(`billing`).invoice.compare,a=r.status===`AVAILABLE`?r.average:null,o=[{name:i.now,kwh:e.energyKwh,partly:e.quality===`PARTIALLY_MISSING`,kind:`own`},{name:i.before,kwh:t.energyKwh,partly:t.quality===`PARTIALLY_MISSING`,kind:`previous`},...a===null?[]:[{name:i.similar,kwh:a,partly:!1,kind:`similar`}]],s=Math.max(...o.map(({kwh:e})=>e??0));return P(N,{children:[P(`p`,{class:`compare-answer`,children:re(n)}),P(`dl`,{class:`compare-bars`,children:o.map(({name:e,kwh:t,partly:n,kind:r})=>P(`div`,{children:[P(`dt`,{children:[e,n&&P(`span`,{class:`muted`,children:[` (`,i.someMissing,`)`]})]}),P(`dd`,{children:[P(`span`,{class:`compare-track`,children:t!==null&&s>0&&P(`span`,{class:`compare-bar compare-${r}`,style:{width:`${Math.max(.5,t/s*100)}%`}})}),P(`span`,{class:`compare-value`,children:t===null?i.unknown:v.value.energy(t)})]})]},r))}),P(`p`,{class:`hint`,children:ie(n,r)})]})}function re({change:e}){let t=l(`billing`).invoice.compare;if(e===null)return t.noLastYear;if(Math.abs(e)<.005)return t.same;let n=v.value.percent(Math.abs(e));return e<0?t.less(n):t.more(n)}function ie(e,t){let n=l(`billing`).invoice.compare,r=[];return e.change!==null&&e.comparedDays<e.days&&r.push(n.partly(e.comparedDays)),t.status===`AVAILABLE`&&t.homes!==null&&r.push(n.homes(t.homes)),r.join(` `)}function ae({invoice:e}){let t=l(`billing`).invoice.details,{contract:n,meteringPoint:r}=e;return P(`section`,{class:`card`,"aria-labelledby":`details-title`,children:[P(`h2`,{id:`details-title`,children:t.title}),P(`dl`,{class:`facts`,children:[n&&P(N,{children:[P($,{label:t.product,children:n.product.name}),P($,{label:t.contract,children:n.number}),P($,{label:t.validity,children:oe(n)}),n.noticeDays!==null&&P($,{label:t.notice,children:t.noticeDays(n.noticeDays)})]}),r?P(N,{children:[P($,{label:t.place,children:[r.address.street,`, `,r.address.postalCode,` `,r.address.city]}),P($,{label:t.gsrn,children:r.gsrn})]}):P($,{label:t.place,children:t.several}),P($,{label:t.period,children:C(e.periodFrom,e.periodTo)}),P($,{label:t.made,children:E(e.invoiceDate)}),P($,{label:e.kind===`CREDIT_NOTE`?t.creditNumber:t.number,children:e.number})]})]})}function $({label:e,children:t}){return P(`div`,{children:[P(`dt`,{children:e}),P(`dd`,{children:t})]})}function oe({startDate:e,endDate:t,atEnd:n}){let r=l(`billing`).invoice.details;if(!t)return r.tillFurther(E(e));let i=r.fixed(E(e),E(t));return n?`${i}, ${n===`ENDS`?r.ends:r.continues}`:i}function se({retailer:{email:e,phones:t,legalLinks:n}}){let r=l(`billing`).invoice.help,i=p.value?.kind===`COMPANY`?[`CONSUMER_ADVICE`,`CONSUMER_DISPUTES`]:[`BUSINESS_DISPUTES`];return P(`section`,{class:`card`,"aria-labelledby":`help-title`,children:[P(`h2`,{id:`help-title`,children:r.title}),P(`p`,{children:[r.unsure,` `,P(`a`,{href:`mailto:${e}`,children:e}),t[0]&&P(N,{children:[`, `,P(`a`,{href:`tel:${t[0].number.replace(/\s/g,``)}`,children:t[0].number})]})]}),P(`ul`,{role:`list`,class:`help`,children:n.filter(({kind:e})=>!i.includes(e)).map(({title:e,url:t,about:n})=>P(`li`,{children:[P(`a`,{href:t,target:`_blank`,rel:`noopener`,children:[e,P(`span`,{class:`hidden`,children:[` `,l(`billing`).invoice.newTab]})]}),P(`span`,{class:`hint`,children:n})]},t))})]})}function ce(e){return e.categories.map(({category:t,net:n,gross:r})=>({category:t,net:n.amount,gross:r.amount,rows:e.rows.filter(e=>e.category===t)})).filter(({rows:e})=>e.length>0)}function le({categories:e,total:t}){return D(t.amount)-e.reduce((e,{gross:t})=>e+D(t.amount),0)}function ue(e){return e.every(({unitPrice:e,unitPriceGross:t})=>t!==null||e===null)}function de(e,t,n){let r=t?e.unitPriceGross:e.unitPrice;if(r===null)return null;let i=Number(r);return e.unit===`kWh`?`${n.decimal(i*100,2,4)}\u00a0c/kWh`:e.unit?`${n.money(i)}/${e.unit}`:n.money(i)}function fe({invoice:e}){let{rows:t,withVatShort:n,withoutVat:r}=l(`billing`).invoice,i=v.value,a=le(e),o=ue(e.rows),s=o?n:r;return P(`section`,{class:`card rows`,"aria-labelledby":`rows-title`,children:[P(`h2`,{id:`rows-title`,children:t.title}),P(`p`,{class:`rows-line`,children:t.note}),P(`table`,{class:`rows-table`,children:[P(`thead`,{children:P(`tr`,{children:[P(`th`,{scope:`col`,children:t.what}),P(`th`,{scope:`col`,class:`number`,children:t.quantity}),P(`th`,{scope:`col`,class:`number`,children:[t.unitPrice,`, `,s]}),P(`th`,{scope:`col`,class:`number`,children:t.net}),P(`th`,{scope:`col`,class:`number`,children:t.vatRate}),P(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),ce(e).map(({category:n,net:a,gross:c,rows:l})=>P(`tbody`,{children:[P(`tr`,{class:`rows-group`,children:[P(`th`,{scope:`rowgroup`,colSpan:3,children:t.categories[n]}),P(`td`,{class:`number rows-net`,children:i.money(a)}),P(`td`,{}),P(`td`,{class:`number rows-gross`,children:i.money(c)})]}),l.map((t,n)=>P(pe,{row:t,price:de(t,o,i),vatNote:Number(t.vatRate)?s:r,invoice:e},n))]},n)),P(`tfoot`,{children:[a!==0&&P(`tr`,{class:`rows-rounding`,children:[P(`th`,{scope:`row`,colSpan:5,children:[t.rounded,P(`span`,{class:`point-address`,children:t.rounding})]}),P(`td`,{class:`number rows-gross`,children:i.money(a/100)})]}),P(`tr`,{children:[P(`th`,{scope:`row`,colSpan:3,children:t.total}),P(`td`,{class:`number rows-net`,children:e.net&&i.money(e.net.amount)}),P(`td`,{}),P(`td`,{class:`number rows-gross`,children:i.money(e.total.amount)})]})]})]}),P(me,{invoice:e})]})}function pe(e){let t=l(`billing`).invoice,n=v.value,{row:r,price:i,invoice:a}=e,o=r.quantity===null?null:`${n.decimal(r.quantity,0,3)}\u00a0${r.unit??``}`.trim(),s=[o,i&&`${i} ${e.vatNote}`].filter(Boolean).join(` × `),c=O(r,a);return P(`tr`,{children:[P(`th`,{scope:`row`,children:[P(`span`,{class:`rows-name`,children:r.description}),c&&P(`span`,{class:`point-address`,children:c}),s&&P(`span`,{class:`rows-line`,children:s}),P(`span`,{class:`rows-line`,children:[t.withoutVat,` `,n.money(r.net.amount),`, `,t.rows.vatOf(n.vatRate(r.vatRate))]})]}),P(`td`,{class:`number rows-quantity`,children:o??`–`}),P(`td`,{class:`number rows-price`,children:i??`–`}),P(`td`,{class:`number rows-net`,children:n.money(r.net.amount)}),P(`td`,{class:`number rows-rate`,children:n.vatRate(r.vatRate)}),P(`td`,{class:`number rows-gross`,children:n.money(r.gross.amount)})]})}function me({invoice:e}){let t=l(`billing`).invoice.rows,n=v.value;return e.vatSpecification.length?P(`table`,{class:`rows-vat`,children:[P(`caption`,{children:t.vatTitle}),P(`thead`,{children:P(`tr`,{children:[P(`th`,{scope:`col`,children:t.vatRate}),P(`th`,{scope:`col`,class:`number`,children:t.net}),P(`th`,{scope:`col`,class:`number`,children:t.vat}),P(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),P(`tbody`,{children:e.vatSpecification.map(({rate:e,net:r,vat:i,gross:a})=>P(`tr`,{children:[P(`th`,{scope:`row`,children:n.vatRate(e)}),P(`td`,{class:`number`,"data-label":t.net,children:n.money(r.amount)}),P(`td`,{class:`number`,"data-label":t.vat,children:n.money(i.amount)}),P(`td`,{class:`number`,"data-label":t.gross,children:n.money(a.amount)})]},e))})]}):null}function he({params:e}){let t=m(R,{id:e.invoiceId??``},{spoken:!0});t.data&&!t.data.viewer&&queueMicrotask(u);let n=t.data?.node,r=n&&`number`in n?n:null;return t.data?.viewer&&!r?P(w,{}):P(N,{children:[P(x,{href:i,text:l(`billing`).list.title}),t.failure&&P(s,{failure:t.failure,retry:t.retry,at:t.at}),r&&t.data?P(ge,{invoice:r,retailer:t.data.retailer}):t.loading&&P(_e,{})]})}function ge({invoice:e,retailer:t}){let n=l(`billing`),r=a(),{meteringPoint:i}=e,s=b(e.periodFrom,e.periodTo),c=e.kind===`CREDIT_NOTE`?n.list.creditNote:n.list.invoice;o(`${c}, ${s}`),_(i?[i.id]:e.rows.map(e=>e.meteringPoint?.id));let u=P(N,{children:[P(ae,{invoice:e}),P(se,{retailer:t})]});return P(N,{children:[P(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[c,`, `,s,P(`span`,{class:`h1-of`,children:i?`${g(i)}, ${d(i)}`:n.list.severalPlaces})]}),P(`div`,{class:`invoice`,children:[P(te,{invoice:e}),e.payment&&P(W,{payment:e.payment}),P(`div`,{class:`invoice-rest`,children:[P(fe,{invoice:e}),i&&P(Z,{invoice:e,pointId:i.id}),e.payment&&u]}),!e.payment&&P(`div`,{class:`invoice-side`,children:u})]})]})}function _e(){return P(e,{children:[P(`div`,{class:`bone bone-h1`}),P(`div`,{class:`invoice`,children:[P(`div`,{class:`card bone-answer`,children:[P(`div`,{class:`bone bone-big`}),P(`div`,{class:`bone bone-line`})]}),P(`div`,{class:`card pay bone-card`}),P(`div`,{class:`invoice-rest`,children:P(`div`,{class:`card bone-card`})})]})]})}export{he as Page};