import{$ as e,H as t,L as n,P as r,T as i,U as a,W as o,Y as s,g as c,nt as l,s as u}from"./app-BhYbjUjw.js";import{a as d,c as f,d as p,l as m,m as h,o as g,p as _,s as v}from"./data-DX79vbST.js";import{a as y,c as b,d as ee,f as x,i as S,l as C,p as w,r as T,s as E,t as D,u as te}from"./invoicing-mQoD-4C6.js";import{d as O,f as k,l as A,o as j,p as M,t as N}from"./preact-DiQsbUql.js";import{c as P,n as F,p as I}from"./period-D1MSMzES.js";var L=c(`
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
        creditedAmount {
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
        creditNotes {
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
`),R=c(`
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
`),z=3e3;function B(e){let{label:t,value:n,words:r}=e,[i,a]=O(null),o=A(null);j(()=>{if(!i)return;let e=setTimeout(()=>a(null),z);return()=>clearTimeout(e)},[i]);async function s(){a(null);try{await navigator.clipboard.writeText(e.text??n),a(!0)}catch{o.current&&getSelection()?.selectAllChildren(o.current),a(!1)}}return N(`div`,{class:e.class?`copyable ${e.class}`:`copyable`,children:[N(`dt`,{children:t}),N(`dd`,{children:[N(`span`,{class:`copyable-value`,ref:o,children:n}),N(`button`,{type:`button`,class:`button button-quiet copyable-button`,"aria-label":r.copyWhat(t),onClick:()=>void s(),children:[i&&N(h,{name:`done`}),i?r.copied:r.copy]}),N(`span`,{class:i===!1?`hint`:`hidden`,role:`status`,children:i===null?``:i?r.copiedWhat(t):r.notCopied})]})]})}var V=10;function H(e){let t=V,n=``;return e.forEach((e,r)=>{r%2==0&&(n+=`M${t} 4h${e}V60h-${e}z`),t+=e}),{path:n,width:t+V}}function U({payment:e}){let t=l(`billing`).invoice.pay,{barCode:n}=e;return N(`section`,{class:`card pay`,"aria-labelledby":`pay-title`,children:[N(`h2`,{id:`pay-title`,children:t.title}),N(`dl`,{class:`pay-facts`,children:[N(B,{label:t.amount,value:v.value.money(e.amount.amount),text:K(e.amount.amount),words:t}),N(B,{label:t.dueDate,value:E(e.dueDate),words:t}),N(B,{label:t.reference,value:e.referenceText,text:e.reference,words:t}),N(B,{label:t.iban,value:e.ibanText,text:e.iban,words:t}),e.bic&&N(`div`,{class:`copyable`,children:[N(`dt`,{children:t.bic}),N(`dd`,{children:N(`span`,{class:`copyable-value`,children:e.bic})})]}),N(B,{label:t.payee,value:e.payee,words:t}),n&&N(B,{label:t.barCode,value:q(n),text:n,words:t,class:`copyable-long`})]}),N(`div`,{class:`pay-codes`,children:[N(`h3`,{children:t.scan}),N(W,{payment:e,label:t.qrPicture}),e.barCodeWidths&&N(G,{widths:e.barCodeWidths,label:t.barPicture})]}),N(`p`,{class:`hint`,children:t.how})]})}function W({payment:e,label:t}){let{qrPath:n,qrSize:r}=e;return N(`svg`,{class:`paper qr`,viewBox:`0 0 ${r} ${r}`,role:`img`,"aria-label":t,"shape-rendering":`crispEdges`,children:N(`path`,{d:n})})}function G({widths:e,label:t}){let{path:n,width:r}=H(e);return N(`svg`,{class:`paper bar-code`,width:r,height:`64`,viewBox:`0 0 ${r} 64`,preserveAspectRatio:`none`,role:`img`,"aria-label":t,children:N(`path`,{d:n})})}function K(e){return Number(e).toFixed(2).replace(`.`,`,`)}function q(e){return e.replace(/(\d{6})(?=\d)/g,`$1 `)}function ne({invoice:e}){let t=l(`billing`).invoice,r=v.value,{openAmount:i,total:a,credits:o,creditNotes:s}=e,c=Number(i.amount)>0,u=S(e);return N(`section`,{class:`card answer`,"aria-label":l(`billing`).list.amountLabel,children:[N(`p`,{class:`big`,children:[r.money(c?i.amount:a.amount),` `,N(`small`,{children:ee(e)})]}),N(`p`,{class:`answer-status status-${u.toLowerCase()}`,children:[N(T,{of:u}),N(`strong`,{children:X(e)})]}),N(J,{invoice:e}),c&&e.lateInterest!==null&&N(`p`,{class:`muted`,children:[(u===`OVERDUE`?t.interest:t.interestIfLate)(r.vatRate(e.lateInterest)),e.accruedLateInterest&&` ${t.interestAccrued(r.money(e.accruedLateInterest.amount))}`]}),c&&!e.payment&&N(`p`,{children:t.payElsewhere}),o&&N(`p`,{children:N(`a`,{href:n(o.id),children:t.credits(o.number)})}),s.map(({id:e,number:r})=>N(`p`,{children:N(`a`,{href:n(e),children:t.creditNote(r)})},e)),e.notices.length>0&&N(`div`,{class:`answer-notices`,children:[N(`h2`,{children:t.notices}),N(`ul`,{role:`list`,children:e.notices.map(e=>N(`li`,{children:e},e))})]}),N(Y,{invoice:e}),N(`p`,{children:N(`a`,{class:`button button-quiet`,href:e.document.url,target:`_blank`,rel:`noopener`,children:[t.open,e.document.mediaType===`application/pdf`&&` (PDF)`,N(`span`,{class:`hidden`,children:[` `,t.newTab]})]})})]})}function J({invoice:e}){let t=l(`billing`).invoice,{money:n}=v.value,{total:r,paid:i,creditedAmount:a,openAmount:o}=e,s=Number(o.amount);if(s<0)return N(`p`,{children:t.balance(n(-s))});if(s===0||o.amount===r.amount)return null;let c=[Number(a.amount)>0&&t.creditedOff(n(a.amount)),Number(i.amount)>0&&t.paidOff(n(i.amount))].filter(e=>e!==!1);return N(`p`,{children:[t.sum(n(r.amount)),...c].join(` `)})}function Y({invoice:e}){let{inShort:n,credit:r,link:i}=l(`billing`).verify,a=e.kind===`CREDIT_NOTE`?r.inShort:n,{status:o,difference:s}=e.verification;return N(`p`,{class:`answer-verified`,children:[N(y,{of:o}),N(`span`,{children:[o===`DIFFERS`?a.DIFFERS(v.value.money(Math.abs(Number(s?.amount??0)))):a[o],` `,N(`a`,{href:t(e.id),children:i})]})]})}function X(e){let t=l(`billing`).invoice,n=E(e.dueDate);switch(S(e)){case`OPEN`:return t.toPay(n);case`DUE`:return t.toPaySoon(n);case`OVERDUE`:return t.overdue(n);case`CREDITED`:return t.credited;case`CREDIT`:return t.credit;case`PAID`:return e.paidOn?t.paid(E(e.paidOn)):Number(e.paid.amount)>0?t.paidAlready:t.nothing}}function Z({invoice:t,pointId:n}){let i=l(`billing`).invoice.compare,{periodFrom:a,periodTo:o}=t,c=k(()=>{let[e,t]=[f(a),F(f(o),1)];return{id:n,from:a,to:P(t),yearBeforeFrom:Q(e),yearBeforeTo:Q(t)}},[n,a,o]),u=m(R,c),d=u.data?.node,p=d&&`comparison`in d?d:null,h=f(a),g={level:`month`,year:h.year,month:h.month,day:1,quarters:!1};return N(`section`,{class:`card compare`,"aria-labelledby":`compare-title`,children:[N(`h2`,{id:`compare-title`,children:i.title}),u.failure&&N(s,{failure:u.failure,retry:u.retry,at:u.at}),p?N(re,{...p}):u.loading&&N(e,{children:N(`div`,{class:`bone bone-compare`})}),N(`p`,{children:N(`a`,{href:r(n)+I(g),children:i.open})})]})}function Q({year:e,month:t,day:n}){return P(F({year:e-1,month:t,day:n},0))}function re({now:e,before:t,comparison:{lastYear:n,similarHomes:r}}){let i=l(`billing`).invoice.compare,a=r.status===`AVAILABLE`?r.average:null,o=[{name:i.now,kwh:e.energyKwh,partly:e.quality===`PARTIALLY_MISSING`,kind:`own`},{name:i.before,kwh:t.energyKwh,partly:t.quality===`PARTIALLY_MISSING`,kind:`previous`},...a===null?[]:[{name:i.similar,kwh:a,partly:!1,kind:`similar`}]],s=Math.max(...o.map(({kwh:e})=>e??0));return N(M,{children:[N(`p`,{class:`compare-answer`,children:ie(n)}),N(`dl`,{class:`compare-bars`,children:o.map(({name:e,kwh:t,partly:n,kind:r})=>N(`div`,{children:[N(`dt`,{children:[e,n&&N(`span`,{class:`muted`,children:[` (`,i.someMissing,`)`]})]}),N(`dd`,{children:[N(`span`,{class:`compare-track`,children:t!==null&&s>0&&N(`span`,{class:`compare-bar compare-${r}`,style:{width:`${Math.max(.5,t/s*100)}%`}})}),N(`span`,{class:`compare-value`,children:t===null?i.unknown:v.value.energy(t)})]})]},r))}),N(`p`,{class:`hint`,children:ae(n,r)})]})}function ie({change:e}){let t=l(`billing`).invoice.compare;if(e===null)return t.noLastYear;if(Math.abs(e)<.005)return t.same;let n=v.value.percent(Math.abs(e));return e<0?t.less(n):t.more(n)}function ae(e,t){let n=l(`billing`).invoice.compare,r=[];return e.change!==null&&e.comparedDays<e.days&&r.push(n.partly(e.comparedDays)),t.status===`AVAILABLE`&&t.homes!==null&&r.push(n.homes(t.homes)),r.join(` `)}function oe({invoice:e}){let t=l(`billing`).invoice.details,{contract:n,meteringPoint:r}=e;return N(`section`,{class:`card`,"aria-labelledby":`details-title`,children:[N(`h2`,{id:`details-title`,children:t.title}),N(`dl`,{class:`facts`,children:[n&&N(M,{children:[N($,{label:t.product,children:n.product.name}),N($,{label:t.contract,children:n.number}),N($,{label:t.validity,children:se(n)}),n.noticeDays!==null&&N($,{label:t.notice,children:t.noticeDays(n.noticeDays)})]}),r?N(M,{children:[N($,{label:t.place,children:[r.address.street,`, `,r.address.postalCode,` `,r.address.city]}),N($,{label:t.gsrn,children:r.gsrn})]}):N($,{label:t.place,children:t.several}),N($,{label:t.period,children:C(e.periodFrom,e.periodTo)}),N($,{label:t.made,children:E(e.invoiceDate)}),N($,{label:e.kind===`CREDIT_NOTE`?t.creditNumber:t.number,children:e.number})]})]})}function $({label:e,children:t}){return N(`div`,{children:[N(`dt`,{children:e}),N(`dd`,{children:t})]})}function se({startDate:e,endDate:t,atEnd:n}){let r=l(`billing`).invoice.details;if(!t)return r.tillFurther(E(e));let i=r.fixed(E(e),E(t));return n?`${i}, ${n===`ENDS`?r.ends:r.continues}`:i}function ce({retailer:{email:e,phones:t,legalLinks:n}}){let r=l(`billing`).invoice.help,i=p.value?.kind===`COMPANY`?[`CONSUMER_ADVICE`,`CONSUMER_DISPUTES`]:[`BUSINESS_DISPUTES`];return N(`section`,{class:`card`,"aria-labelledby":`help-title`,children:[N(`h2`,{id:`help-title`,children:r.title}),N(`p`,{children:[r.unsure,` `,N(`a`,{href:`mailto:${e}`,children:e}),t[0]&&N(M,{children:[`, `,N(`a`,{href:`tel:${t[0].number.replace(/\s/g,``)}`,children:t[0].number})]})]}),N(`ul`,{role:`list`,class:`help`,children:n.filter(({kind:e})=>!i.includes(e)).map(({title:e,url:t,about:n})=>N(`li`,{children:[N(`a`,{href:t,target:`_blank`,rel:`noopener`,children:[e,N(`span`,{class:`hidden`,children:[` `,l(`billing`).invoice.newTab]})]}),N(`span`,{class:`hint`,children:n})]},t))})]})}function le(e){return e.categories.map(({category:t,net:n,gross:r})=>({category:t,net:n.amount,gross:r.amount,rows:e.rows.filter(e=>e.category===t)})).filter(({rows:e})=>e.length>0)}function ue({categories:e,total:t}){return D(t.amount)-e.reduce((e,{gross:t})=>e+D(t.amount),0)}function de(e){return e.every(({unitPrice:e,unitPriceGross:t})=>t!==null||e===null)}function fe(e,t,n){let r=t?e.unitPriceGross:e.unitPrice;if(r===null)return null;let i=Number(r);return e.unit===`kWh`?`${n.decimal(i*100,2,4)}\u00a0c/kWh`:e.unit?`${n.money(i)}/${e.unit}`:n.money(i)}function pe({invoice:e}){let{rows:t,withVatShort:n,withoutVat:r}=l(`billing`).invoice,i=v.value,a=ue(e),o=de(e.rows),s=o?n:r;return N(`section`,{class:`card rows`,"aria-labelledby":`rows-title`,children:[N(`h2`,{id:`rows-title`,children:t.title}),N(`p`,{class:`rows-line`,children:t.note}),N(`table`,{class:`rows-table`,children:[N(`thead`,{children:N(`tr`,{children:[N(`th`,{scope:`col`,children:t.what}),N(`th`,{scope:`col`,class:`number`,children:t.quantity}),N(`th`,{scope:`col`,class:`number`,children:[t.unitPrice,`, `,s]}),N(`th`,{scope:`col`,class:`number`,children:t.net}),N(`th`,{scope:`col`,class:`number`,children:t.vatRate}),N(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),le(e).map(({category:n,net:a,gross:c,rows:l})=>N(`tbody`,{children:[N(`tr`,{class:`rows-group`,children:[N(`th`,{scope:`rowgroup`,colSpan:3,children:t.categories[n]}),N(`td`,{class:`number rows-net`,children:i.money(a)}),N(`td`,{}),N(`td`,{class:`number rows-gross`,children:i.money(c)})]}),l.map((t,n)=>N(me,{row:t,price:fe(t,o,i),vatNote:Number(t.vatRate)?s:r,invoice:e},n))]},n)),N(`tfoot`,{children:[a!==0&&N(`tr`,{class:`rows-rounding`,children:[N(`th`,{scope:`row`,colSpan:5,children:[t.rounded,N(`span`,{class:`point-address`,children:t.rounding})]}),N(`td`,{class:`number rows-gross`,children:i.money(a/100)})]}),N(`tr`,{children:[N(`th`,{scope:`row`,colSpan:3,children:t.total}),N(`td`,{class:`number rows-net`,children:e.net&&i.money(e.net.amount)}),N(`td`,{}),N(`td`,{class:`number rows-gross`,children:i.money(e.total.amount)})]})]})]}),N(he,{invoice:e})]})}function me(e){let t=l(`billing`).invoice,n=v.value,{row:r,price:i,invoice:a}=e,o=r.quantity===null?null:`${n.decimal(r.quantity,0,3)}\u00a0${r.unit??``}`.trim(),s=[o,i&&`${i} ${e.vatNote}`].filter(Boolean).join(` × `),c=te(r,a);return N(`tr`,{children:[N(`th`,{scope:`row`,children:[N(`span`,{class:`rows-name`,children:r.description}),c&&N(`span`,{class:`point-address`,children:c}),s&&N(`span`,{class:`rows-line`,children:s}),N(`span`,{class:`rows-line`,children:[t.withoutVat,` `,n.money(r.net.amount),`, `,t.rows.vatOf(n.vatRate(r.vatRate))]})]}),N(`td`,{class:`number rows-quantity`,children:o??`–`}),N(`td`,{class:`number rows-price`,children:i??`–`}),N(`td`,{class:`number rows-net`,children:n.money(r.net.amount)}),N(`td`,{class:`number rows-rate`,children:n.vatRate(r.vatRate)}),N(`td`,{class:`number rows-gross`,children:n.money(r.gross.amount)})]})}function he({invoice:e}){let t=l(`billing`).invoice.rows,n=v.value;return e.vatSpecification.length?N(`table`,{class:`rows-vat`,children:[N(`caption`,{children:t.vatTitle}),N(`thead`,{children:N(`tr`,{children:[N(`th`,{scope:`col`,children:t.vatRate}),N(`th`,{scope:`col`,class:`number`,children:t.net}),N(`th`,{scope:`col`,class:`number`,children:t.vat}),N(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),N(`tbody`,{children:e.vatSpecification.map(({rate:e,net:r,vat:i,gross:a})=>N(`tr`,{children:[N(`th`,{scope:`row`,children:n.vatRate(e)}),N(`td`,{class:`number`,"data-label":t.net,children:n.money(r.amount)}),N(`td`,{class:`number`,"data-label":t.vat,children:n.money(i.amount)}),N(`td`,{class:`number`,"data-label":t.gross,children:n.money(a.amount)})]},e))})]}):null}function ge({params:e}){let t=m(L,{id:e.invoiceId??``},{spoken:!0});t.data&&!t.data.viewer&&queueMicrotask(u);let n=t.data?.node,r=n&&`number`in n?n:null;return t.data?.viewer&&!r?N(w,{}):N(M,{children:[N(x,{href:i,text:l(`billing`).list.title}),t.failure&&N(s,{failure:t.failure,retry:t.retry,at:t.at}),r&&t.data?N(_e,{invoice:r,retailer:t.data.retailer}):t.loading&&N(ve,{})]})}function _e({invoice:e,retailer:t}){let n=l(`billing`),r=a(),{meteringPoint:i}=e,s=b(e.periodFrom,e.periodTo),c=e.kind===`CREDIT_NOTE`?n.list.creditNote:n.list.invoice;o(`${c}, ${s}`),_(i?[i.id]:e.rows.map(e=>e.meteringPoint?.id));let u=N(M,{children:[N(oe,{invoice:e}),N(ce,{retailer:t})]});return N(M,{children:[N(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[c,`, `,s,N(`span`,{class:`h1-of`,children:i?`${g(i)}, ${d(i)}`:n.list.severalPlaces})]}),N(`div`,{class:`invoice`,children:[N(ne,{invoice:e}),e.payment&&N(U,{payment:e.payment}),N(`div`,{class:`invoice-rest`,children:[N(pe,{invoice:e}),i&&N(Z,{invoice:e,pointId:i.id}),e.payment&&u]}),!e.payment&&N(`div`,{class:`invoice-side`,children:u})]})]})}function ve(){return N(e,{children:[N(`div`,{class:`bone bone-h1`}),N(`div`,{class:`invoice`,children:[N(`div`,{class:`card bone-answer`,children:[N(`div`,{class:`bone bone-big`}),N(`div`,{class:`bone bone-line`})]}),N(`div`,{class:`card pay bone-card`}),N(`div`,{class:`invoice-rest`,children:N(`div`,{class:`card bone-card`})})]})]})}export{ge as Page};