using OnRecord.Store;
using OnRecord.Store.Decisions;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class DecisionTests
{
    private static readonly DateTimeOffset Noon = new(2024, 3, 9, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task Every_field_of_a_decision_comes_back_and_the_chain_starts_with_zeros()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        var edit = On(0, DecisionAction.Edit) with { Field = "speaker.name", Value = "Kari A. Moe", Reason = "full name in the register" };

        var made = Assert.Single(await store.DecideAsync([edit]));
        var read = Assert.Single(await store.DecisionsAsync());

        Assert.Equal(made, read with { Others = made.Others });
        Assert.Equal((1, DecisionAction.Edit, RecordKind.Statement, DecisionChain.Start), (read.Number, read.Action, read.RecordKind, read.Previous));
        Assert.Equal(("speaker.name", "Kari A. Moe", "full name in the register", "k.lie"), (read.Field, read.Value, read.Reason, read.Person));
        Assert.Equal((Noon, TimeSpan.Zero), (read.At, read.At.Offset));
    }

    [Fact]
    public async Task The_state_of_a_record_is_the_fold_of_its_decisions()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([
            On(0, DecisionAction.Edit) with { Field = "act", Value = null },
            On(0, DecisionAction.Link) with { Others = [Key(1)] },
            On(1, DecisionAction.Merge) with { Others = [Key(0)] }]);

        var record = await store.RecordAsync(Key(0));
        var merged = await store.RecordAsync(Key(1));

        Assert.Equal((Standing.Accepted, 2), (record!.State.Standing, record.State.Decision));
        Assert.Equal(KeyValuePair.Create<string, string?>("act", null), Assert.Single(record.State.Edits));
        Assert.Equal([Key(1)], record.State.Links);
        Assert.Equal((Standing.Merged, Key(0)), (merged!.State.Standing, merged.State.MergedInto));
    }

    [Fact]
    public async Task An_undo_takes_a_decision_back_and_can_itself_be_undone()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        var states = new List<Standing>();
        foreach (var decision in new[] { On(0, DecisionAction.Accept), On(0, DecisionAction.Undo) with { Undoes = 1 }, On(0, DecisionAction.Undo) with { Undoes = 2 } })
        {
            await store.DecideAsync([decision]);
            states.Add((await store.RecordAsync(Key(0)))!.State.Standing);
        }

        Assert.Equal([Standing.Accepted, Standing.Candidate, Standing.Accepted], states);
        Assert.Equal(3, (await store.DecisionsAsync(Key(0))).Count);
    }

    [Fact]
    public async Task Lists_can_be_cut_by_what_people_let_stand()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([On(0, DecisionAction.Accept), On(1, DecisionAction.Reject)]);

        Assert.Equal(Key(0), Assert.Single(await store.StatementsAsync(new RecordFilter { Standing = Standing.Accepted })).Record.Id);
        Assert.Equal(Key(1), Assert.Single(await store.StatementsAsync(new RecordFilter { Standing = Standing.Rejected })).Record.Id);
        Assert.Empty(await store.StatementsAsync(new RecordFilter { Standing = Standing.Candidate }));
    }

    [Theory]
    [InlineData("UPDATE decision SET person = 'someone else'")]
    [InlineData("DELETE FROM decision")]
    [InlineData("REPLACE INTO decision SELECT * FROM decision")]
    [InlineData("UPDATE snapshot SET media_type = 'text/plain'")]
    [InlineData("DELETE FROM report_text")]
    public async Task The_database_itself_refuses_to_change_a_decision_a_snapshot_or_a_text(string sql)
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using (var store = file.Open())
        {
            await store.DecideAsync([On(0, DecisionAction.Accept)]);
        }

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => file.Tamper(sql));
    }

    public static TheoryData<string, NewDecision> Mistakes => new()
    {
        { "no person", On(0, DecisionAction.Accept) with { Person = " " } },
        { "unknown record", On(0, DecisionAction.Accept) with { RecordKey = "feed" } },
        { "edit without field", On(0, DecisionAction.Edit) },
        { "value without edit", On(0, DecisionAction.Accept) with { Value = "x" } },
        { "merge into itself", On(0, DecisionAction.Merge) with { Others = [Key(0)] } },
        { "merge into nothing", On(0, DecisionAction.Merge) },
        { "split into one", On(0, DecisionAction.Split) with { Others = [Key(1)] } },
        { "link to unknown", On(0, DecisionAction.Link) with { Others = ["feed"] } },
        { "undo of nothing", On(0, DecisionAction.Undo) },
        { "undo of unknown", On(0, DecisionAction.Undo) with { Undoes = 7 } },
        { "unknown task", On(0, DecisionAction.Accept) with { Task = 7 } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_decision_that_lacks_what_its_action_needs_is_refused_with_all_that_came_along(string mistake, NewDecision decision)
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();

        await Assert.ThrowsAsync<ArgumentException>(() => store.DecideAsync([On(1, DecisionAction.Accept), decision]));

        Assert.True((await store.DecisionsAsync()).Count == 0, mistake);
    }

    [Fact]
    public async Task A_decision_cannot_be_taken_back_twice()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([On(0, DecisionAction.Accept), On(0, DecisionAction.Undo) with { Undoes = 1 }]);

        await Assert.ThrowsAsync<ArgumentException>(() => store.DecideAsync([On(0, DecisionAction.Undo) with { Undoes = 1 }]));
    }

    internal static string Key(int statement) => new ReadingBuilder().Build().Reading.Statements[statement].Id;

    internal static NewDecision On(int statement, DecisionAction action) => new() { Action = action, RecordKey = Key(statement), Person = "k.lie", At = Noon };
}
