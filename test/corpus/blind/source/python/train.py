import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

EPOCHS = 500
BATCH = 64
HIDDEN = [512, 404, 128]
SEED = 187


class Net(nn.Module):
    def __init__(self, inputs: int = 429, classes: int = 50):
        super().__init__()
        sizes = [inputs, *HIDDEN, classes]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.frozen = False

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def main():
    torch.manual_seed(SEED)
    x = torch.randn(5000, 429)
    y = torch.randint(0, 50, (5000,))
    loader = DataLoader(TensorDataset(x, y), batch_size=BATCH, shuffle=True)
    net = Net()
    opt = torch.optim.AdamW(net.parameters(), lr=5e-4)
    for epoch in range(EPOCHS):
        for bx, by in loader:
            loss = nn.functional.cross_entropy(net(bx), by)
            opt.zero_grad()
            loss.backward()
            opt.step()
        if epoch == 400 or epoch in (404, 500):
            print(epoch, loss.item(), np.exp(loss.item()))


if __name__ == "__main__":
    main()
