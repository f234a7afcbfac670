namespace Standoff.Backtest.Evidence;

/// <summary>How often an item and an ending came together, each crisis counted once: with both, with the item alone, with the ending alone, with neither.</summary>
internal readonly record struct FourCells(double Both, double ItemOnly, double EndingOnly, double Neither)
{
    // Jeffreys: half a case in every cell.
    private const double Half = 0.5;

    public double N => Both + ItemOnly + EndingOnly + Neither;

    /// <summary>How often the item is found in the class.</summary>
    public double Frequency => (Both + ItemOnly + Half) / (N + 1);

    /// <summary>How often it is found where the ending came.</summary>
    public double GivenEnding => (Both + Half) / (Both + EndingOnly + 1);

    /// <summary>How often it is found where the ending did not come.</summary>
    public double GivenOther => (ItemOnly + Half) / (ItemOnly + Neither + 1);

    /// <summary>Logarithm of the ratio of the odds.</summary>
    public double LogRatio => Math.Log((Both + Half) * (Neither + Half) / ((ItemOnly + Half) * (EndingOnly + Half)));

    /// <summary>Its standard error.</summary>
    public double Deviation => Math.Sqrt((1 / (Both + Half)) + (1 / (ItemOnly + Half)) + (1 / (EndingOnly + Half)) + (1 / (Neither + Half)));

    public FourCells With(bool item, bool ending, double weight) => (item, ending) switch
    {
        (true, true) => this with { Both = Both + weight },
        (true, false) => this with { ItemOnly = ItemOnly + weight },
        (false, true) => this with { EndingOnly = EndingOnly + weight },
        _ => this with { Neither = Neither + weight },
    };
}
