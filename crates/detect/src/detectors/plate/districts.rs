//! What plates begin with: the districts' letters as their states assign them.

/// Germany: distinguishing signs under § 9 FZV, those that are only kept on the road included.
const GERMANY: &str = "A AA AB ABG ABI AC AE AH AIB AIC AK ALF ALZ AM AN ANA ANG ANK AP APD ARN ART AS ASL ASZ AT AU AUR AW AZ AZE AÖ B BA \
BAD BAR BB BBG BBL BC BCH BD BE BED BER BF BGD BGL BH BI BID BIN BIR BIT BIW BK BKS BL BLB BLK BM BN BNA BO BOG BOH \
BOR BOT BP BRA BRB BRG BRK BRL BRV BS BSB BSK BT BTF BUL BW BWL BYL BZ BÖ BÜD BÜR BÜS BÜZ C CA CAS CB CE CHA CLP \
CLZ CO COC COE CR CUX CW D DA DAH DAN DAU DBR DD DE DEG DEL DGF DH DI DIL DIN DIZ DKB DL DLG DM DN DO DON DU DUD DW \
DZ DÜW E EA EB EBE EBN EBS ECK ED EE EF EG EH EI EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU \
EW F FB FD FDB FDS FEU FF FFB FG FI FKB FL FLÖ FN FO FOR FR FRG FRI FRW FS FT FTL FW FZ FÜ FÜS G GA GAN GAP GC GD \
GDB GE GEL GEO GER GF GG GHA GHC GI GK GL GLA GM GMN GN GNT GOA GOH GP GR GRA GRH GRI GRM GRZ GS GT GTH GUB GUN GV \
GVM GW GZ GÖ GÜ H HA HAB HAL HAM HAS HB HBN HBS HC HCH HD HDH HDL HE HEB HEF HEI HEL HER HET HF HG HGN HGW HH HHM \
HI HIG HIP HK HL HM HMÜ HN HO HOG HOH HOL HOM HOR HOT HP HR HRO HS HSK HST HU HV HVL HWI HX HY HZ HÖS IGB IK IL ILL \
IN IZ J JE JL JÜL K KA KB KC KE KEH KEL KEM KF KG KH KI KIB KK KL KLE KLZ KM KN KO KR KRU KS KT KU KUS KW KY KYF \
KÖN KÖT KÖZ KÜN L LA LAN LAU LB LBS LBZ LC LD LDK LDS LEO LER LEV LF LG LH LI LIB LIF LIP LL LM LN LOS LP LR LRO \
LSA LSN LSZ LU LUP LWL LÖ LÖB LÜN M MA MAB MAI MAK MAL MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN MH MHL MI \
MIL MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS MSE MSH MSP MST MTK MTL MVL MW MY MYK MZ MZG MÜ MÜB MÜR N NAB NAI \
NAU NB ND NDH NE NEA NEB NEC NEN NES NEW NF NH NI NK NL NM NMB NMS NOH NOL NOM NOR NP NR NRW NT NU NVP NW NWM NY NZ \
NÖ OA OAL OB OBB OBG OC OCH OD OE OF OG OH OHA OHV OHZ OK OL OP OPR OS OSL OTW OVI OVL OVP OZ P PA PAF PAN PAR PB \
PCH PE PEG PF PI PIR PL PLÖ PM PN PR PRÜ PS PW PZ QFT QLB R RA RC RD RDG RE REG REH REI RG RH RI RID RIE RL RM RN \
RO ROD ROF ROK ROL ROS ROT ROW RP RPL RS RSL RT RU RV RW RZ RÜD RÜG S SAB SAD SAL SAN SAW SB SBG SBK SC SCZ SDH SDL \
SDT SE SEB SEE SEF SEL SFB SFT SG SGH SH SHA SHG SHK SHL SI SIG SIM SK SL SLE SLF SLG SLK SLN SLS SLZ SLÜ SM SMÜ SN \
SO SOB SOG SOK SON SP SPB SPN SR SRB SRO ST STA STB STD STE STL STO SU SUL SW SWA SY SZ SZB SÄK SÖM SÜW TBB TDO TE \
TET TF TG THL THW TIR TO TP TR TS TT TUT TÖL TÜ UE UEM UFF UH UL UM UN USI V VAI VB VEC VER VG VIB VIE VIT VK VOH \
VR VS W WA WAF WAK WAN WAR WAT WB WBS WDA WE WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ WK WL WLG WM WMS WN WND \
WO WOB WOH WOL WOR WOS WR WRN WS WSF WST WSW WT WTL WTM WUG WUN WUR WW WZ WZL WÜ WÜM X Y Z ZE ZEL ZI ZIG ZP ZR ZW \
ZZ ÖHR ÜB";

/// Slovakia: districts of the plates issued until 2022, which stay valid.
const SLOVAKIA: &str = "BA BB BJ BL BN BR BS BT BY CA DK DS DT GA GL HC HE IL KA KE KK KM KN KS LC LE LM LV MA MI ML MT MY NM NO NR NZ \
PB PD PE PK PN PO PP PT PU RA RK RS RV SA SB SC SE SI SK SL SN SO SP SV TN TO TR TS TT TV VK VT ZA ZC ZH ZM ZV";

/// Austria: KDV 1967, annex 5d, with the plates of authorities.
const AUSTRIA: &str = "A AM B BA BB BD BG BH BK BL BM BN BP BR BZ DL DO E EF EU FB FE FF FK FR FV FW G GB GD GF GK GM GR GS GU HA HB HE \
HF HL HO I IL IM JE JO JU JW K KB KD KF KG KI KK KL KO KR KS KU L LA LB LD LE LF LI LK LL LN LZ MA MD ME MI MT \
MU MZ N ND NK O OP OW P PE PL PT RA RE RI RO S SB SD SE SK SL SO SP SR ST SV SW SZ T TA TD TK TU UU V VB VD VI \
VK VL VO W WB WD WE WK WL WN WO WT WU WY WZ ZE ZT ZW";

/// Switzerland: cantons (VZV, art. 84).
const SWITZERLAND: &str =
    "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH";

pub(super) fn is_german(letters: &str) -> bool {
    holds(GERMANY, letters)
}

pub(super) fn is_slovak(letters: &str) -> bool {
    holds(SLOVAKIA, letters)
}

pub(super) fn is_austrian(letters: &str) -> bool {
    holds(AUSTRIA, letters)
}

pub(super) fn is_swiss(letters: &str) -> bool {
    holds(SWITZERLAND, letters)
}

fn holds(list: &str, letters: &str) -> bool {
    list.split(' ').any(|code| code == letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_each_code_once() {
        for (list, count) in [(GERMANY, 720), (SLOVAKIA, 74), (AUSTRIA, 134), (SWITZERLAND, 26)] {
            let mut codes: Vec<&str> = list.split(' ').collect();
            assert_eq!(codes.len(), count);
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), count);
            assert!(codes.iter().all(|c| (1..=3).contains(&c.chars().count())));
        }
        assert!(is_german("LEV") && is_german("TÜ") && !is_german("XX"));
    }
}
