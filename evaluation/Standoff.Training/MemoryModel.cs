using System.Runtime.InteropServices;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>A model over weights that were made or loaded just now.</summary>
internal sealed unsafe class MemoryModel : IDisposable
{
    private readonly void* _memory;

    public MemoryModel(byte[] file)
    {
        _memory = NativeMemory.AlignedAlloc((nuint)file.Length, SyntaxModel.Alignment);
        Marshal.Copy(file, 0, (nint)_memory, file.Length);
        Model = new SyntaxModel(Stream.Null, (byte*)_memory);
    }

    public SyntaxModel Model { get; }

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
