using OnRecord.Store;
using OnRecord.Store.Decisions;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class GenerationTests
{
    private const string Before = "An added first line.\n";

    [Fact]
    public async Task A_new_generation_stands_beside_the_old_one_and_is_the_current()
    {
        using var file = new StoreFile();
        var outcomes = await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithVersion("0.2.0").WithAct("announce"));
        await using var store = file.Open();

        var statistics = await store.StatisticsAsync();
        var current = await store.ReportAsync(new ReadingBuilder().Build().Reading.Report.Key);

        Assert.Equal([AddOutcome.New, AddOutcome.Reread], outcomes);
        Assert.Equal((1, 2, 2), (statistics.Reports, statistics.Readings, statistics.Generations));
        Assert.Equal(("0.2.0", "announce"), (current!.Reading.Reader.Version, current.Reading.Statements[0].Act));
        Assert.Equal(2, (await store.StatementsAsync(new RecordFilter())).Count);
    }

    [Fact]
    public async Task Another_model_is_another_generation()
    {
        using var file = new StoreFile();

        Assert.Equal([AddOutcome.New, AddOutcome.Reread], await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithModel(new string('b', 64))));
    }

    [Fact]
    public async Task A_decision_carries_over_to_the_same_words_at_the_same_place()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([DecisionTests.On(0, DecisionAction.Accept)]);

        await ReadAgainAsync(store, new ReadingBuilder().WithVersion("0.2.0"));

        Assert.Equal(Standing.Accepted, (await store.RecordAsync(DecisionTests.Key(0)))!.State.Standing);
        Assert.Empty(await store.OpenTasksAsync());
    }

    [Fact]
    public async Task Other_values_from_the_same_words_keep_the_decision_and_ask_a_person()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([DecisionTests.On(0, DecisionAction.Accept)]);

        await ReadAgainAsync(store, new ReadingBuilder().WithVersion("0.2.0").WithAct("announce"));
        var task = Assert.Single(await store.OpenTasksAsync());

        Assert.Equal(Standing.Accepted, (await store.RecordAsync(DecisionTests.Key(0)))!.State.Standing);
        Assert.Equal((TaskKind.ReadingDiffers, "Read differently: act was promise, is announce"), (task.Kind, task.Detail));
    }

    [Fact]
    public async Task A_record_that_moved_becomes_a_task_with_a_suggestion_and_is_not_anchored_anew()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([DecisionTests.On(0, DecisionAction.Accept)]);
        var moved = new ReadingBuilder().WithVersion("0.2.0").WithText(Before + ReadingBuilder.DefaultText);

        await ReadAgainAsync(store, moved);
        var task = Assert.Single(await store.OpenTasksAsync());
        var newKey = moved.Build().Reading.Statements[0].Id;

        Assert.Equal((TaskKind.DecisionDoesNotFit, DecisionTests.Key(0), newKey), (task.Kind, task.RecordKey, task.SuggestedKey));
        Assert.Equal(Standing.Candidate, (await store.RecordAsync(newKey))!.State.Standing);
        Assert.Empty((await store.VerifyAsync()).Damages);

        await store.DecideAsync([DecisionTests.On(0, DecisionAction.Accept) with { RecordKey = newKey, Task = task.Number }]);

        Assert.Empty(await store.OpenTasksAsync());
        Assert.Equal(Standing.Accepted, (await store.RecordAsync(newKey))!.State.Standing);
    }

    [Fact]
    public async Task Other_words_at_the_same_place_do_not_inherit_a_decision()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([DecisionTests.On(1, DecisionAction.Accept)]);
        // The same length: all spans, and so all keys, stay.
        var changed = new ReadingBuilder().WithVersion("0.2.0").WithText(ReadingBuilder.DefaultText.Replace("Radio Fjord", "Radio Fjara", StringComparison.Ordinal));
        var (snapshot, reading) = changed.BuildAs("Radio Fjord", "Radio Fjara");

        await store.AddAsync(snapshot, reading);
        var task = Assert.Single(await store.OpenTasksAsync());

        Assert.Equal(TaskKind.DecisionDoesNotFit, task.Kind);
        Assert.Equal(Standing.Candidate, (await store.RecordAsync(DecisionTests.Key(1)))!.State.Standing);
        Assert.Empty((await store.VerifyAsync()).Damages);
    }

    private static async Task ReadAgainAsync(IRecordStore store, ReadingBuilder builder)
    {
        var (snapshot, reading) = builder.Build();
        Assert.Equal(AddOutcome.Reread, await store.AddAsync(snapshot, reading));
    }
}
