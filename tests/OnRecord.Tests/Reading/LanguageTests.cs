using OnRecord.Reading.Languages;
using Xunit;

namespace OnRecord.Tests.Reading;

public sealed class LanguageTests
{
    private static readonly LanguageIdentifier Languages = LanguageIdentifier.Load(InstalledData.File);

    [Theory]
    [InlineData("en", "The city will pay for the new sea wall, the mayor said on Monday.")]
    [InlineData("en", "Ahmadinejad, Xi to meet in Ulaanbaatar")]
    [InlineData("en", "OK")]
    [InlineData("de", "Die Stadt bezahlt den neuen Deich am Hafen, sagte die Bürgermeisterin am Montag nach der Sitzung des Rates.")]
    [InlineData("fr", "La ville paiera la nouvelle digue du port, a déclaré lundi la maire après la réunion du conseil municipal.")]
    [InlineData("es", "La ciudad pagará el nuevo dique del puerto, dijo el lunes la alcaldesa después de la reunión del consejo.")]
    [InlineData("it", "La città pagherà la nuova diga del porto, ha detto lunedì la sindaca dopo la riunione del consiglio comunale.")]
    [InlineData("nl", "De stad betaalt de nieuwe dijk bij de haven, zei de burgemeester maandag na de vergadering van de raad.")]
    [InlineData("nb", "Byen skal betale for den nye muren ved havnen, sa ordføreren på mandag etter møtet i bystyret.")]
    [InlineData("pl", "Miasto zapłaci za nowy wał przy porcie, powiedziała w poniedziałek burmistrz po posiedzeniu rady miejskiej.")]
    [InlineData("id", "Kota itu akan membayar tembok laut yang baru, kata wali kota pada hari Senin setelah rapat dewan kota.")]
    [InlineData("tr", "Belediye başkanı pazartesi günü yaptığı açıklamada, yeni deniz duvarının parasını kentin ödeyeceğini söyledi.")]
    [InlineData("ru", "Город заплатит за новую дамбу у порта, сказала мэр в понедельник после заседания совета.")]
    [InlineData("uk", "Місто заплатить за нову дамбу біля порту, сказала мер у понеділок після засідання ради.")]
    [InlineData("bg", "Градът ще плати за новата дига на пристанището, каза кметът в понеделник след заседанието на съвета.")]
    [InlineData("ar", "قالت رئيسة البلدية يوم الاثنين إن المدينة ستدفع ثمن الجدار البحري الجديد بعد اجتماع المجلس")]
    [InlineData("fa", "شهردار روز دوشنبه پس از نشست شورا گفت که شهر هزینه دیوار ساحلی تازه را خواهد پرداخت")]
    [InlineData("hi", "महापौर ने सोमवार को परिषद की बैठक के बाद कहा कि शहर नई समुद्री दीवार का खर्च उठाएगा।")]
    [InlineData("el", "Η πόλη θα πληρώσει για το νέο τείχος στο λιμάνι, είπε η δήμαρχος τη Δευτέρα.")]
    [InlineData("he", "העיר תשלם על החומה החדשה בנמל, אמרה ראשת העיר ביום שני לאחר ישיבת המועצה.")]
    [InlineData("zh", "市长周一在会议后表示,市政府将支付新海堤的费用。")]
    [InlineData("ja", "市長は月曜日の会議の後、新しい防潮堤の費用を市が支払うと述べた。")]
    [InlineData("ko", "시장은 월요일 회의가 끝난 뒤 새 방파제 비용을 시가 부담할 것이라고 말했다.")]
    [InlineData("th", "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าเมืองจะจ่ายค่ากำแพงกันคลื่นใหม่")]
    [InlineData("und", "12 345 – 67 %")]
    [InlineData("und", "")]
    public void A_sentence_is_told(string language, string text) => Assert.Equal(language, Languages.Identify(text));

    [Fact]
    public void Letters_without_sense_are_no_language()
    {
        var random = new Random(1);
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, random.Next(3, 9)).Select(_ => (char)random.Next('a', 'z' + 1)))));
        Assert.Equal("und", Languages.Identify(text));
    }
}
