using System.Text;
using OnRecord.Reading;
using Xunit;

namespace OnRecord.Tests.Reading;

public sealed class CharsetTests
{
    private static readonly CharsetDecoder Decoder = CharsetDecoder.Load(InstalledData.File);

    [Theory]
    [InlineData("windows-1252", 1252, "Le café près de la gare a été fermé après l’incendie, a déclaré le propriétaire à la presse.")]
    [InlineData("windows-1250", 1250, "Město zaplatí novou hráz u přístavu, řekla v pondělí starostka po schůzi zastupitelstva; práce začnou příští týden.")]
    [InlineData("windows-1251", 1251, "Город заплатит за новую дамбу у порта, сказала мэр в понедельник после заседания совета.")]
    [InlineData("KOI8-R", 20866, "Город заплатит за новую дамбу у порта, сказала мэр в понедельник после заседания совета.")]
    [InlineData("IBM866", 866, "Город заплатит за новую дамбу у порта, сказала мэр в понедельник после заседания совета.")]
    [InlineData("windows-1253", 1253, "Η πόλη θα πληρώσει για το νέο τείχος στο λιμάνι, είπε η δήμαρχος τη Δευτέρα.")]
    [InlineData("windows-1254", 1254, "Belediye başkanı pazartesi günü yaptığı açıklamada, yeni deniz duvarının parasını kentin ödeyeceğini söyledi.")]
    [InlineData("windows-1255", 1255, "העיר תשלם על החומה החדשה בנמל, אמרה ראשת העיר ביום שני לאחר ישיבת המועצה.")]
    [InlineData("windows-1256", 1256, "قالت رئيسة البلدية يوم الاثنين إن المدينة ستدفع ثمن الجدار البحري الجديد بعد اجتماع المجلس")]
    [InlineData("windows-874", 874, "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าเมืองจะจ่ายค่ากำแพงกันคลื่นใหม่")]
    [InlineData("Shift_JIS", 932, "市長は月曜日の会議の後、新しい防潮堤の費用を市が支払うと述べた。")]
    [InlineData("EUC-JP", 51932, "市長は月曜日の会議の後、新しい防潮堤の費用を市が支払うと述べた。")]
    [InlineData("ISO-2022-JP", 50220, "市長は月曜日の会議の後、新しい防潮堤の費用を市が支払うと述べた。")]
    [InlineData("EUC-KR", 949, "시장은 월요일 회의가 끝난 뒤 새 방파제 비용을 시가 부담할 것이라고 말했다.")]
    [InlineData("GBK", 54936, "市长周一在会议后表示,市政府将支付新海堤的费用,工程将于五月开始。")]
    [InlineData("Big5", 950, "市長週一在會議後表示,市政府將支付新海堤的費用,工程將於五月開始。")]
    public void Text_without_a_mark_is_read_in_the_encoding_it_looks_like(string charset, int codePage, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text);
        var decoded = Decode(bytes, "text/plain", null);
        Assert.Equal((charset, text), (decoded.Charset, decoded.Text));
    }

    [Theory]
    [InlineData("UTF-16LE")]
    [InlineData("UTF-16BE")]
    [InlineData("UTF-32LE")]
    [InlineData("UTF-32BE")]
    public void Wide_text_is_known_with_and_without_its_mark(string name)
    {
        const string Text = "Oslo will pay for the new sea wall – the mayor said so.";
        var encoding = UnicodeEncodings.Of(name)!;
        Assert.Equal(Text, Decode(encoding.GetBytes("\uFEFF" + Text), "text/plain", null).Text);
        Assert.Equal(Text, Decode(encoding.GetBytes(Text), "text/plain", null).Text);
    }

    [Fact]
    public void Invalid_bytes_are_replaced_and_the_first_is_named()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é", 50))), 0xFF, .. "end"u8];
        var decoded = Decode(bytes, "text/plain", null);
        Assert.EndsWith("é\uFFFDend", decoded.Text, StringComparison.Ordinal);
        Assert.Contains("byte 100", Assert.Single(decoded.Problems).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=koi8-r>", "KOI8-R")]
    [InlineData("<META CHARSET = 'Windows-1251' >", "windows-1251")]
    [InlineData("<meta content='text/html; charset=shift_jis' http-equiv=Content-Type>", "Shift_JIS")]
    [InlineData("<meta content='text/html; charset=shift_jis'>", "UTF-8")]
    [InlineData("<!-- <meta charset=koi8-r> --><meta charset=big5>", "Big5")]
    [InlineData("<a title='<meta charset=big5>'><meta charset=koi8-r>", "KOI8-R")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-2'?><html>", "ISO-8859-2")]
    [InlineData("<meta charset=utf-16>", "UTF-8")]
    [InlineData("<meta charset=x-unheard-of>", "UTF-8")]
    public void A_page_says_its_charset(string html, string charset) => Assert.Equal(charset, Decode(Encoding.ASCII.GetBytes(html), "text/html", null).Charset);

    [Fact]
    public void A_mark_outweighs_what_the_page_says()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "<meta charset=windows-1251><p>Привет"u8];
        Assert.EndsWith("Привет", Decode(bytes, "text/html", null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lying_label_is_told()
    {
        var decoded = Decode("<meta charset=iso-8859-1><p>“Tromsø” pays"u8.ToArray(), "text/html", null);
        Assert.Equal("UTF-8", decoded.Charset);
        Assert.Equal("charset-belied", Assert.Single(decoded.Problems).Kind);
    }

    [Fact]
    public void Encodings_that_the_runtime_lacks_are_read_by_table()
    {
        byte[] bytes = [(byte)'a', 0xBD, 0xAA];
        // ISO 8859-10: BD is the horizontal bar, AA is the s with caron.
        Assert.Equal("a\u2015\u0160", Decode(bytes, "text/plain", "latin6").Text);
    }

    private static DecodedText Decode(byte[] bytes, string mediaType, string? declared) => Decoder.Decode(new Snapshot("k", bytes, "page", mediaType, null, declared));
}
